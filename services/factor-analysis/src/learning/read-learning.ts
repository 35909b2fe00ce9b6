import {
  AreaId,
  CaseId,
  CaseReference,
  LearningId,
  PersonId,
  PlainDate,
  Refusal,
  requireArea,
} from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'
import { areaCipher } from '../area/area-cipher.ts'
import { casesLinkedTo } from '../case-link/case-links.ts'
import { Recipient, recipientsOf } from '../dissemination/recipient-store.ts'
import { visibleCases } from '../recommendation/linked-cases.ts'
import { requires } from '../rpc.ts'
import { findLearning, LearningFacts, learningIn, type StoredLearning } from './learning-store.ts'
import { LearningWords, learningWords } from './learning-words.ts'

const LearningView = z.strictObject({
  learningId: LearningId,
  /** "L-2026-003". */
  reference: z.string(),
  facts: LearningFacts,
  words: LearningWords,
  issuedOn: PlainDate,
  issuedBy: PersonId,
})

function learningView(cipher: SubjectCipher, found: StoredLearning): z.infer<typeof LearningView> {
  const { source, themes, factors, sealedWords, ...rest } = found
  const words = learningWords.open(cipher, found.learningId, sealedWords)
  return { ...rest, facts: { source, themes, factors }, words }
}

/** What was learnt in an area, the newest first. Audited first. */
export const listLearning = requires('learning:read')
  .input(z.strictObject({ areaId: AreaId }))
  .output(z.strictObject({ rows: z.array(LearningView) }))
  .query(({ ctx: { actor, parts }, input: { areaId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      await parts.audit.record(tx, actor, areaId, {
        action: 'learning.list',
        object: { kind: 'area', id: areaId },
      })
      const cipher = await areaCipher(tx, parts.keys, areaId)
      return { rows: (await learningIn(tx, areaId)).map((found) => learningView(cipher, found)) }
    })
  })

/**
 * A learning point and who got it. Of the cases it came from only those the reader has sight of: not even how many there
 * are. Audited first. @throws Refusal `not-found`
 */
export const readLearning = requires('learning:read')
  .input(z.strictObject({ areaId: AreaId, learningId: LearningId }))
  .output(
    z.strictObject({
      learning: LearningView,
      recipients: z.array(Recipient),
      cases: z.array(z.strictObject({ caseId: CaseId, reference: CaseReference })),
    }),
  )
  .query(async ({ ctx: { actor, assertion, parts }, input: { areaId, learningId } }) => {
    requireArea(actor, areaId)
    const { caseIds, ...read } = await parts.database.transaction(actor, async (tx) => {
      const found = await findLearning(tx, areaId, learningId)
      if (found === null) throw new Refusal('not-found')
      await parts.audit.record(tx, actor, areaId, {
        action: 'learning.read',
        object: { kind: 'learning', id: learningId },
      })
      const cipher = await areaCipher(tx, parts.keys, areaId)
      return {
        learning: learningView(cipher, found),
        recipients: await recipientsOf(tx, areaId, { kind: 'learning', id: learningId }),
        caseIds: await casesLinkedTo(tx, 'learning', areaId, learningId),
      }
    })
    return { ...read, cases: await visibleCases({ actor, assertion, parts }, areaId, caseIds) }
  })
