import { button } from '../../components/button.ts'
import { checkboxes } from '../../components/checkboxes.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { agencyWords } from '../../user/role-words.ts'
import { DEPUTY, PRESENT } from './form.ts'
import type { PanelPerson } from './panel-people.ts'

export const attendanceTitle = 'Who attended the meeting?'

/** Somebody who can be chosen: of the panel now, or recorded as present before and gone since. */
export type Offered = Omit<PanelPerson, 'roles'> & { readonly chairs: boolean }

export type AttendanceView = {
  readonly formFields: Html
  readonly people: readonly Offered[]
  readonly present: readonly string[]
  readonly deputies: readonly string[]
  readonly errors: readonly ErrorItem[]
}

export function attendanceView({ formFields, people, present, deputies, errors }: AttendanceView): Html {
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
  items: people.map(({ personId, displayName, agency, chairs }) => ({
    value: personId,
    text: displayName,
    hint: { text: `${agencyWords[agency]}${chairs ? ', chair' : ''}` },
  })),
})}
${checkboxes({
  idPrefix: DEPUTY,
  name: DEPUTY,
  values: deputies,
  fieldset: {
    legend: { text: 'Who of them came as a deputy?', classes: 'govuk-fieldset__legend--m' },
  },
  hint: {
    text: 'In the place of whoever usually sits for their agency. A deputy counts for quorum; the figures of the year tell them apart',
  },
  errorMessage: errorOf(errors, DEPUTY),
  items: people.map(({ personId, displayName, agency }) => ({
    value: personId,
    text: displayName,
    hint: { text: agencyWords[agency] },
  })),
})}
${button({ text: 'Save attendance', preventDoubleClick: true })}
</form>`
}
</div></div>`
}

const nobody = html`<h1 class="govuk-heading-l">${attendanceTitle}</h1>
<p class="govuk-body">Your area has no panel members yet. Ask the person who manages users in your area to invite them.</p>`
