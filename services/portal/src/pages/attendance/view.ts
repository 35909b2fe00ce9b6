import { button } from '../../components/button.ts'
import { checkboxes } from '../../components/checkboxes.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { agencyWords } from '../../user/role-words.ts'
import { PRESENT } from './form.ts'
import type { PanelPerson } from './panel-people.ts'

export const attendanceTitle = 'Who attended the meeting?'

export type AttendanceView = {
  readonly formFields: Html
  readonly people: readonly PanelPerson[]
  readonly present: readonly string[]
  readonly errors: readonly ErrorItem[]
}

export function attendanceView({ formFields, people, present, errors }: AttendanceView): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${
  people.length === 0
    ? nobody
    : html`<form method="post" novalidate>
${formFields}
${checkboxes({
  idPrefix: PRESENT,
  name: PRESENT,
  values: present,
  fieldset: {
    legend: { text: attendanceTitle, isPageHeading: true, classes: 'govuk-fieldset__legend--l' },
  },
  hint: { text: 'Select everybody who was there. The panel is quorate or not for each case by itself' },
  errorMessage: errorOf(errors, PRESENT),
  items: people.map(({ personId, displayName, agency, roles }) => ({
    value: personId,
    text: displayName,
    hint: { text: `${agencyWords[agency]}${roles.includes('chair') ? ', chair' : ''}` },
  })),
})}
${button({ text: 'Save attendance', preventDoubleClick: true })}
</form>`
}
</div></div>`
}

const nobody = html`<h1 class="govuk-heading-l">${attendanceTitle}</h1>
<p class="govuk-body">Your area has no panel members yet. Ask the person who manages users in your area to invite them.</p>`
