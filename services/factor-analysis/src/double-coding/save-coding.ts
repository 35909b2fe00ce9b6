import { AreaId, Refusal, SecondCodingId } from '@cdop/domain'
import { toQuestionnaireResponse } from '@cdop/forms'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { caseCipher } from '../analysis/analysis-store.ts'
import { draftedAnswers } from '../analysis/drafted-answers.ts'
import { requires } from '../rpc.ts'
import { deliberationOf, requireBlind } from './coder.ts'
import { saveCoding as keep, sealCoding } from './second-coding-store.ts'

const SaveCoding = z.strictObject({
  areaId: AreaId,
  codingId: SecondCodingId,
  key: AttemptKey,
  /** The version the draft was made from; 0 for the first. */
  version: z.int().nonnegative(),
  formVersion: z.string().max(40),
  answers: z.record(z.string(), z.unknown()),
})

const Saved = z.strictObject({ version: z.int().positive() })

/**
 * Keeps what the second panel has put down so far, sealed with the key of the case.
 * @throws Refusal `stale`, `coding-final`, `invalid-answers`, `not-found`, `coding-not-blind`, and those of case-review
 */
export const saveSecondCoding = requires('double-coding:code')
  .input(SaveCoding)
  .output(Saved)
  .mutation(async ({ ctx: { actor, assertion, parts }, input }) => {
    const asking = { actor, assertion, parts }
    const { areaId, codingId } = input
    const { form, answers } = draftedAnswers(input)
    const before = await parts.database.transaction(actor, (tx) => requireBlind(tx, asking, areaId, codingId))
    await deliberationOf(asking, areaId, before.found)
    const change = { procedure: 'doubleCoding.save', areaId, input, outcome: Saved }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const { coder, found } = await requireBlind(tx, asking, areaId, codingId, { lock: true })
      if (found.state === 'final') throw new Refusal('coding-final')
      if (found.version !== input.version) throw new Refusal('stale')
      const at = parts.clock.now()
      const cipher = await caseCipher(tx, parts.keys, areaId, found.caseId)
      const response = toQuestionnaireResponse(form, answers, { authored: at, status: 'in-progress' })
      const version = input.version + 1
      const sealedAnswers = sealCoding(cipher, codingId, response)
      await keep(tx, areaId, codingId, { version, formVersion: form.version, sealedAnswers, by: coder, at })
      await parts.audit.record(tx, actor, areaId, {
        action: 'double-coding.save',
        object: { kind: 'case', id: found.caseId },
        fieldClasses: ['analysis'],
      })
      return { version }
    })
  })
