import { randomUUID } from 'node:crypto'
import { AreaId, CaseId, factorCodebook, LearningId, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { areaCipher } from '../area/area-cipher.ts'
import { linkCasesTo } from '../case-link/case-links.ts'
import { writerOf } from '../meeting-analysis/meeting-access.ts'
import { requireSightOf, screenWords } from '../recommendation/linked-cases.ts'
import { requires } from '../rpc.ts'
import { addLearning, LearningFacts } from './learning-store.ts'
import { LearningWords, learningWords } from './learning-words.ts'

const Issued = z.strictObject({ learningId: LearningId })

/**
 * Issues what was learnt, at any stage of a review or received from elsewhere. It stays as it was issued. The cases it came
 * from are those the writer has sight of.
 * @throws Refusal `identifiers-in-note`, `invalid-answers` for a factor that is not in the codebook of the day or an origin
 * that is missing, `not-found`
 */
export const issueLearning = requires('learning:issue')
  .input(
    z.strictObject({
      areaId: AreaId,
      key: AttemptKey,
      facts: LearningFacts,
      words: LearningWords,
      caseIds: z.array(CaseId).max(20),
    }),
  )
  .output(Issued)
  .mutation(async ({ ctx: { actor, assertion, parts }, input }) => {
    const by = writerOf(actor)
    const { areaId, facts, words, caseIds } = input
    const today = parts.clock.today()
    const book = factorCodebook(today)
    const known = new Set(
      book === null ? [] : Object.values(book.domains).flatMap((domain) => Object.keys(domain)),
    )
    if (!facts.factors.every((code) => known.has(code))) throw new Refusal('invalid-answers', ['factors'])
    if ((facts.source === 'elsewhere') !== (words.origin !== null))
      throw new Refusal('invalid-answers', ['origin'])
    const asking = { actor, assertion, parts }
    await requireSightOf(asking, areaId, caseIds)
    await screenWords(asking, areaId, caseIds, Object.values(words))
    const change = { procedure: 'learning.issue', areaId, input, outcome: Issued }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const learningId = LearningId.parse(randomUUID())
      const cipher = await areaCipher(tx, parts.keys, areaId)
      const sealedWords = learningWords.seal(cipher, learningId, words)
      await addLearning(tx, areaId, { ...facts, learningId, sealedWords, issuedOn: today, issuedBy: by })
      await linkCasesTo(tx, 'learning', areaId, learningId, { caseIds, by, at: parts.clock.now() })
      await parts.audit.record(
        tx,
        actor,
        areaId,
        { action: 'learning.issue', object: { kind: 'learning', id: learningId } },
        ...caseIds.map((id) => ({ action: 'learning.link-case', object: { kind: 'case', id } })),
      )
      return { learningId }
    })
  })
