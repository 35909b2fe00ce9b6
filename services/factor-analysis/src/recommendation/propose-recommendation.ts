import { randomUUID } from 'node:crypto'
import { AreaId, CaseId, factorCodebook, type PlainDate, RecommendationId, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { areaCipher } from '../area/area-cipher.ts'
import { linkCasesTo } from '../case-link/case-links.ts'
import { writerOf } from '../meeting-analysis/meeting-access.ts'
import { requires } from '../rpc.ts'
import { addEntry } from './entry-store.ts'
import { requireSightOf, screenWords } from './linked-cases.ts'
import { addRecommendation, RecommendationFacts } from './recommendation-store.ts'
import { RecommendationWords, recommendationWords } from './recommendation-words.ts'

const Proposed = z.strictObject({ recommendationId: RecommendationId })

/** What is written of a recommendation while it is proposed. */
export const WrittenRecommendation = z.strictObject({
  facts: RecommendationFacts,
  words: RecommendationWords,
})
export type WrittenRecommendation = z.infer<typeof WrittenRecommendation>

/** @throws Refusal `invalid-answers` for a factor that is not in the codebook of the day, or an origin that is missing */
export function checkWritten({ facts, words }: WrittenRecommendation, today: PlainDate): void {
  const book = factorCodebook(today)
  const known = new Set(
    book === null ? [] : Object.values(book.domains).flatMap((domain) => Object.keys(domain)),
  )
  if (!facts.factors.every((code) => known.has(code))) throw new Refusal('invalid-answers', ['factors'])
  if ((facts.source === 'elsewhere') !== (words.origin !== null))
    throw new Refusal('invalid-answers', ['origin'])
}

/**
 * Proposes a recommendation: whole or not, it can be written on until it is issued. The cases it came from are those the
 * writer has sight of.
 * @throws Refusal `identifiers-in-note`, `invalid-answers`, `not-found`
 */
export const proposeRecommendation = requires('recommendation:write')
  .input(
    WrittenRecommendation.extend({
      areaId: AreaId,
      key: AttemptKey,
      caseIds: z.array(CaseId).max(20).default([]),
    }),
  )
  .output(Proposed)
  .mutation(async ({ ctx: { actor, assertion, parts }, input }) => {
    const by = writerOf(actor)
    const { areaId, facts, words, caseIds } = input
    const today = parts.clock.today()
    checkWritten(input, today)
    const asking = { actor, assertion, parts }
    await requireSightOf(asking, areaId, caseIds)
    await screenWords(asking, areaId, caseIds, Object.values(words))
    const change = { procedure: 'recommendation.propose', areaId, input, outcome: Proposed }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const recommendationId = RecommendationId.parse(randomUUID())
      const cipher = await areaCipher(tx, parts.keys, areaId)
      const sealedWords = recommendationWords.seal(cipher, recommendationId, words)
      const at = parts.clock.now()
      const own = { recommendationId, sealedWords, proposedOn: today, proposedBy: by }
      await addRecommendation(tx, areaId, { ...facts, ...own })
      await linkCasesTo(tx, 'recommendation', areaId, recommendationId, { caseIds, by, at })
      await addEntry(tx, cipher, areaId, recommendationId, {
        actionId: null,
        act: 'propose',
        happenedOn: today,
        words: null,
        recordedBy: by,
        recordedAt: at,
      })
      await parts.audit.record(
        tx,
        actor,
        areaId,
        { action: 'recommendation.propose', object: { kind: 'recommendation', id: recommendationId } },
        ...caseIds.map((id) => ({ action: 'recommendation.link-case', object: { kind: 'case', id } })),
      )
      return { recommendationId }
    })
  })
