import { button } from '../../components/button.ts'
import { characterCount } from '../../components/character-count.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { radios } from '../../components/radios.ts'
import { select } from '../../components/select.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { transferReasonWords } from '../../wording/transfer-words.ts'
import { LONGEST_PLAN, type TypedTransfer } from './form.ts'

export const transferRequestTitle = 'Ask another area to take this'

export type TransferRequestModel = {
  readonly hidden: Html
  /** The version of the notification; null of a case. */
  readonly version: number | null
  /** What leads here, in a sentence. */
  readonly grounds: string
  readonly areas: readonly { readonly areaId: string; readonly name: string; readonly code: string }[]
  readonly typed: TypedTransfer
  readonly errors: readonly ErrorItem[]
}

/** Which area should take a record over, why, and how what is learnt is shared. */
export function transferRequestView(model: TransferRequestModel): Html {
  const { hidden, version, grounds, areas, typed, errors } = model
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${transferRequestTitle}</h1>
<p class="govuk-body">${grounds}</p>
<p class="govuk-body">They see the age band, the month of death, the local authority, the kind of place, your reason and the
plan. They do not see who the child was until they have accepted. The record stays here as it is until then.</p>
<form method="post" novalidate>${hidden}
${version !== null && html`<input type="hidden" name="version" value="${version}">`}
${select({
  id: 'area',
  name: 'area',
  label: { text: 'Area', classes: 'govuk-label--s' },
  errorMessage: errorOf(errors, 'area'),
  items: [
    { value: '', text: 'Select an area', selected: typed.area === '' },
    ...areas.map(({ areaId, name, code }) => ({
      value: areaId,
      text: `${name} (${code})`,
      selected: areaId === typed.area,
    })),
  ],
})}
${radios({
  name: 'reason',
  idPrefix: 'reason',
  value: typed.reason,
  fieldset: { legend: { text: 'Why should they take it?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'reason'),
  items: Object.entries(transferReasonWords).map(([value, text]) => ({ value, text })),
})}
${characterCount({
  id: 'plan',
  name: 'plan',
  label: { text: 'How will what is learnt be shared with you?', classes: 'govuk-label--s' },
  hint: { text: 'As agreed between the designated doctors. Do not name or describe the child' },
  maxlength: LONGEST_PLAN,
  value: typed.plan,
  errorMessage: errorOf(errors, 'plan'),
})}
${button({ text: 'Ask this area', preventDoubleClick: true })}
</form>
</div></div>`
}
