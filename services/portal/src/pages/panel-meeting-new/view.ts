import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { type DateParts, dateField } from '../../typed-form/typed-date.ts'
import { HELD_ON } from './form.ts'

export const newMeetingTitle = 'Arrange a panel meeting'

export type NewMeetingView = {
  readonly formFields: Html
  readonly typed: DateParts
  readonly errors: readonly ErrorItem[]
}

export function newMeetingView({ formFields, typed, errors }: NewMeetingView): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${newMeetingTitle}</h1>
<form method="post" novalidate>
${formFields}
${dateField({ name: HELD_ON, legend: 'When does the panel meet?', value: typed, errors })}
${button({ text: 'Arrange the meeting', preventDoubleClick: true })}
</form>
</div></div>`
}
