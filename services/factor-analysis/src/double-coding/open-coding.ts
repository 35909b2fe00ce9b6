import { AreaId, PanelMeetingId, PlainDate, RequiredAgency, SecondCodingId } from '@cdop/domain'
import { ANALYSIS_FORM, formVersion, fromQuestionnaireResponse, statutoryForms } from '@cdop/forms'
import { z } from 'zod'
import { caseCipher, versionsOf } from '../analysis/analysis-store.ts'
import { requires } from '../rpc.ts'
import { deliberationOf, requireBlind } from './coder.ts'
import { PackToCode, packToCode } from './pack-to-code.ts'
import { openCoding as openAnswers } from './second-coding-store.ts'

const CodingView = z.strictObject({
  state: z.enum(['assigned', 'draft', 'final']),
  version: z.int().nonnegative(),
  /** That of the first coding, so that both panels answer the same questions. */
  formVersion: z.string(),
  /** What the second panel has put down itself; null before it has begun. */
  answers: z.record(z.string(), z.unknown()).nullable(),
  pack: PackToCode,
  meeting: z.strictObject({
    panelMeetingId: PanelMeetingId,
    heldOn: PlainDate,
    quorate: z.boolean(),
    counted: z.int(),
    more: z.int().nullable(),
    missing: z.array(RequiredAgency),
  }),
})
type CodingView = z.infer<typeof CodingView>

/**
 * A case as a second panel codes it: the pack and its own form, empty at first. Nothing of what the first panel said. Audited
 * here and where the pack lies.
 * @throws Refusal `not-found`, `coding-not-blind`, and those of case-review
 */
export const openSecondCoding = requires('double-coding:code')
  .input(z.strictObject({ areaId: AreaId, codingId: SecondCodingId }))
  .output(CodingView)
  .query(async ({ ctx: { actor, assertion, parts }, input: { areaId, codingId } }): Promise<CodingView> => {
    const asking = { actor, assertion, parts }
    const { found } = await parts.database.transaction(actor, (tx) =>
      requireBlind(tx, asking, areaId, codingId),
    )
    const { heldOn, quorate, counted, more, missing } = await deliberationOf(asking, areaId, found)
    const pack = await packToCode(asking, areaId, found)
    return parts.database.transaction(actor, async (tx) => {
      await parts.audit.record(tx, actor, areaId, {
        action: 'double-coding.open',
        object: { kind: 'case', id: found.caseId },
        fieldClasses: ['pack'],
      })
      const first = (await versionsOf(tx, areaId, found.caseId)).find(
        ({ revision }) => revision === found.revision,
      )
      if (first === undefined || found.state === 'withdrawn')
        throw new Error('it was drawn from an agreement')
      const meeting = { panelMeetingId: found.panelMeetingId, heldOn, quorate, counted, more, missing }
      const about = { state: found.state, version: found.version, pack, meeting }
      if (found.state === 'assigned') return { ...about, formVersion: first.formVersion, answers: null }
      const cipher = await caseCipher(tx, parts.keys, areaId, found.caseId)
      const form = formVersion(statutoryForms, ANALYSIS_FORM, found.formVersion)
      const answers = fromQuestionnaireResponse(form, openAnswers(cipher, found))
      return { ...about, formVersion: found.formVersion, answers }
    })
  })
