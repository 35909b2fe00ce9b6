import type { FormReason, OpenFormReason, SupplementaryFormKind } from '@cdop/domain'
import { type CompiledForm, formInForce, statutoryForms, supplementaryForm } from '@cdop/forms'

/** What a supplementary form is called, without saying each time that it is one. */
export function formWords(kind: SupplementaryFormKind, today: string): string {
  return formToday(kind, today).title.replace(' (supplementary form)', '')
}

/** The form as it would be asked today. */
export function formToday(kind: SupplementaryFormKind, today: string): CompiledForm {
  return formInForce(statutoryForms, supplementaryForm(kind), today)
}

/** The pages of a form that can be sent to different people; none for a form that is one piece. */
export function stagesOf(form: CompiledForm): readonly { linkId: string; title: string }[] {
  return form.pages.every(({ linkId }) => linkId.startsWith('stage-')) ? form.pages : []
}

/** Why a death needs a form, in words. */
export const formReasonWords: Readonly<Record<FormReason, string>> = {
  'neonatal-unit-under-28-days': 'Died under 28 days old on a delivery suite or neonatal unit',
  'died-after-admission': 'Died in hospital after an admission',
  'sudden-no-apparent-cause': 'Sudden, with no immediately apparent cause',
  'life-limiting-notified': 'Notified with a life-limiting condition or a palliative care plan',
  'condition-known': 'An agency returned that the child had the condition',
  'occurrence-reported': 'An agency returned that it happened',
}

/** What leaves it open which form is needed, in words. */
export const openFormWords: Readonly<Record<OpenFormReason, string>> = {
  'external-cause': 'The death is or could be due to external causes',
  'suspicion-not-natural': 'The circumstances raise suspicion that the death may not have been natural',
}
