import { AreaId, CalibrationKey, Refusal } from '@cdop/domain'
import { toQuestionnaireResponse } from '@cdop/forms'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { draftedAnswers } from '../analysis/drafted-answers.ts'
import { areaCipher } from '../area/area-cipher.ts'
import { requires } from '../rpc.ts'
import { codingOf } from './asked-case.ts'
import { ownCoding, saveOwn, sealOwn } from './calibration-coding-store.ts'

const SaveOwn = z.strictObject({
  areaId: AreaId,
  caseKey: CalibrationKey,
  key: AttemptKey,
  /** The version the draft was made from; 0 for the first. */
  version: z.int().nonnegative(),
  formVersion: z.string().max(40),
  answers: z.record(z.string(), z.unknown()),
})
const Saved = z.strictObject({ version: z.int().positive() })

/**
 * Keeps what somebody has put down of an invented case so far, for themselves, sealed with the key of the area.
 * @throws Refusal `stale`, `calibration-coded`, `invalid-answers`, `not-found`
 */
export const saveOwnCoding = requires('calibration:code')
  .input(SaveOwn)
  .output(Saved)
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const of = codingOf(actor, input)
    const { form, answers } = draftedAnswers(input)
    const change = { procedure: 'calibration.save', areaId: of.areaId, input, outcome: Saved }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const found = await ownCoding(tx, of, { lock: true })
      if (found?.state === 'final') throw new Refusal('calibration-coded')
      if ((found?.version ?? 0) !== input.version) throw new Refusal('stale')
      const at = parts.clock.now()
      const cipher = await areaCipher(tx, parts.keys, of.areaId)
      const response = toQuestionnaireResponse(form, answers, { authored: at, status: 'in-progress' })
      const version = input.version + 1
      const sealedAnswers = sealOwn(cipher, of, response)
      const saved = await saveOwn(tx, of, { version, formVersion: form.version, sealedAnswers, at })
      if (!saved) throw new Refusal('stale')
      return { version }
    })
  })
