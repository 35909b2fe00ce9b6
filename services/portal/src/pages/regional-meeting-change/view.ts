import { CancelMeetingReason } from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { radios } from '../../components/radios.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { cancelReasonWords } from '../../wording/panel-meeting-words.ts'
import type { TypedRegional } from '../regional-meeting-new/form.ts'
import { planFields } from '../regional-meeting-new/plan-fields.ts'

export const changeRegionalTitle = 'Change or cancel the regional meeting'

export type ChangeRegional = {
  readonly hidden: Html
  readonly version: number
  readonly typed: TypedRegional
  readonly reason: string
  readonly errors: readonly ErrorItem[]
}

/** Moves a regional meeting in every area, or calls it off. */
export function changeRegionalView({ hidden, version, typed, reason, errors }: ChangeRegional): Html {
  const begin = html`<form method="post" novalidate>${hidden}<input type="hidden" name="version" value="${version}">`
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${changeRegionalTitle}</h1>
<p class="govuk-body">The panel meeting of every area that takes part goes along, with its cases. Where a panel has decided
something already, its meeting stays as it was.</p>
${begin}
${planFields(typed, errors)}
${button({ text: 'Save the regional meeting', name: '_action', value: 'change', preventDoubleClick: true })}
</form>
<h2 class="govuk-heading-m">Cancel the regional meeting</h2>
<p class="govuk-body">The panel meeting of every area is cancelled. Its cases are ready for another panel then.</p>
${begin}
${radios({
  name: 'reason',
  idPrefix: 'reason',
  value: reason,
  fieldset: { legend: { text: 'Why is it cancelled?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'reason'),
  items: CancelMeetingReason.options.map((value) => ({ value, text: cancelReasonWords[value] })),
})}
${button({ text: 'Cancel the regional meeting', name: '_action', value: 'cancel', classes: 'govuk-button--warning', preventDoubleClick: true })}
</form>
</div></div>`
}
