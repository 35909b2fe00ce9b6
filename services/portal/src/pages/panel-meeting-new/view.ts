import { PanelMeetingKind } from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { radios } from '../../components/radios.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { type DateParts, dateField } from '../../typed-form/typed-date.ts'
import { panelMeetingKindWords } from '../../wording/quorum-rule-words.ts'
import { HELD_ON, KIND } from './form.ts'

export const newMeetingTitle = 'Arrange a panel meeting'

export type NewMeetingView = {
  readonly formFields: Html
  readonly kind: string
  readonly typed: DateParts
  readonly errors: readonly ErrorItem[]
}

export function newMeetingView({ formFields, kind, typed, errors }: NewMeetingView): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${newMeetingTitle}</h1>
<form method="post" novalidate>
${formFields}
${radios({
  name: KIND,
  idPrefix: KIND,
  value: kind,
  fieldset: {
    legend: { text: 'What kind of panel is it?', classes: 'govuk-fieldset__legend--m' },
  },
  hint: { text: 'Each kind of panel has its own rule of when it is quorate' },
  errorMessage: errorOf(errors, KIND),
  items: PanelMeetingKind.options.map((value) => ({ value, text: panelMeetingKindWords[value] })),
})}
${dateField({ name: HELD_ON, legend: 'When does the panel meet?', value: typed, errors })}
${button({ text: 'Arrange the meeting', preventDoubleClick: true })}
</form>
</div></div>`
}
