import { AreaId, CalibrationKey } from '@cdop/domain'
import {
  ANALYSIS_FORM,
  formInForce,
  formVersion,
  fromQuestionnaireResponse,
  statutoryForms,
} from '@cdop/forms'
import { z } from 'zod'
import { areaCipher } from '../area/area-cipher.ts'
import { requires } from '../rpc.ts'
import { CALIBRATED_SECTIONS, codingOf } from './asked-case.ts'
import { openOwn, ownCoding } from './calibration-coding-store.ts'

const OpenedCase = z.strictObject({
  title: z.string(),
  paragraphs: z.array(z.string()),
  sections: z.array(z.string()),
  state: z.enum(['none', 'draft', 'final']),
  version: z.int().nonnegative(),
  formVersion: z.string(),
  /** What whoever asks has put down themselves; null before they have begun. */
  answers: z.record(z.string(), z.unknown()).nullable(),
})

/**
 * An invented case as it is coded: its text and one's own form, empty at first. Nothing of the intended coding, nor of anybody
 * else's. @throws Refusal `not-found`
 */
export const openCalibrationCase = requires('calibration:code')
  .input(z.strictObject({ areaId: AreaId, caseKey: CalibrationKey }))
  .output(OpenedCase)
  .query(({ ctx: { actor, parts }, input }) => {
    const of = codingOf(actor, input)
    const about = {
      title: of.one.title,
      paragraphs: [...of.one.paragraphs],
      sections: [...CALIBRATED_SECTIONS],
    }
    return parts.database.transaction(actor, async (tx) => {
      const found = await ownCoding(tx, of)
      if (found === null) {
        const { version: formNow } = formInForce(statutoryForms, ANALYSIS_FORM, parts.clock.today())
        return { ...about, state: 'none' as const, version: 0, formVersion: formNow, answers: null }
      }
      const cipher = await areaCipher(tx, parts.keys, of.areaId)
      const form = formVersion(statutoryForms, ANALYSIS_FORM, found.formVersion)
      const answers = fromQuestionnaireResponse(form, openOwn(cipher, of, found))
      return { ...about, state: found.state, version: found.version, formVersion: found.formVersion, answers }
    })
  })
