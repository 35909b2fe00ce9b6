import { ReviewMeetingRole } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { characterCount } from '../../components/character-count.ts'
import { checkboxes } from '../../components/checkboxes.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { radios } from '../../components/radios.ts'
import { textarea } from '../../components/textarea.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { dateField } from '../../typed-form/typed-date.ts'
import { reviewMeetingRoleWords } from '../../wording/review-meeting-words.ts'
import { NOTES_LENGTH, type TypedHeld, type TypedNotes } from './form.ts'

export type HeldModel = {
  readonly hidden: Html
  readonly version: number
  readonly typed: TypedHeld
  readonly errors: readonly ErrorItem[]
  /** It is recorded already: who was there and the notes are written anew. */
  readonly again: boolean
}

/** Records what came of a meeting. */
export function heldView({ hidden, version, typed, errors, again }: HeldModel): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${again ? 'Change who was there and the notes' : 'Record that the meeting was held'}</h1>
<form method="post" novalidate>${hidden}<input type="hidden" name="version" value="${version}">
${!again && dateField({ name: 'heldOn', legend: 'When was it held?', value: typed.heldOn, errors })}
${attendanceFields(typed, errors)}
${
  !again &&
  radios({
    name: 'last',
    idPrefix: 'last',
    value: typed.last,
    classes: 'govuk-radios--inline',
    fieldset: {
      legend: { text: 'Was this the last review meeting of the case?', classes: 'govuk-fieldset__legend--s' },
    },
    hint: { text: 'After the last one the case can be listed for a panel meeting' },
    errorMessage: errorOf(errors, 'last'),
    items: [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No, another is expected' },
    ],
  })
}
${button({ text: again ? 'Save the change' : 'Record the meeting', preventDoubleClick: true })}
</form>
</div></div>`
}

/** Who was there, by role, with names and organisations beside each, and what was noted. */
export function attendanceFields(typed: TypedNotes, errors: readonly ErrorItem[]): Html {
  return html`${checkboxes({
    name: 'roles',
    idPrefix: 'roles',
    values: typed.roles,
    fieldset: { legend: { text: 'Who was there?', classes: 'govuk-fieldset__legend--s' } },
    hint: { text: 'Select all that apply' },
    errorMessage: errorOf(errors, 'roles'),
    items: ReviewMeetingRole.options.map((role) => ({
      value: role,
      text: reviewMeetingRoleWords[role],
      conditional: { html: peopleField(role, typed, errors) },
    })),
  })}
${characterCount({
  id: 'notes',
  name: 'notes',
  label: { text: 'Notes (optional)', classes: 'govuk-label--s' },
  hint: { text: 'Only people who may see the case can read them' },
  value: typed.notes,
  rows: 12,
  maxlength: NOTES_LENGTH,
  threshold: 75,
  errorMessage: errorOf(errors, 'notes'),
})}`
}

function peopleField(role: ReviewMeetingRole, { people }: TypedNotes, errors: readonly ErrorItem[]): Html {
  return textarea({
    id: `people-${role}`,
    name: `people-${role}`,
    rows: 2,
    value: people[role],
    label: { text: `Names and organisations: ${reviewMeetingRoleWords[role].toLowerCase()}` },
    hint: { text: 'One person on each line: a name, a comma and an organisation' },
    autocomplete: 'off',
    spellcheck: false,
    errorMessage: errorOf(errors, `people-${role}`),
  })
}
