import { button } from '../../components/button.ts'
import { checkboxes } from '../../components/checkboxes.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { agencyWords } from '../../user/role-words.ts'
import type { PanelPerson } from '../attendance/panel-people.ts'
import { PEOPLE } from './form.ts'

export const inviteTitle = 'Who is invited to the meeting?'

export const whatIsMailed =
  'Each is mailed the kind of panel, when and where it meets, its reference and a calendar file. No case is named. If the meeting is changed or cancelled, they are mailed again.'

export type InviteModel = {
  readonly hidden: Html
  readonly people: readonly PanelPerson[]
  readonly ticked: readonly string[]
  readonly errors: readonly ErrorItem[]
}

/** Those of the panel who were not invited yet. */
export function inviteView({ hidden, people, ticked, errors }: InviteModel): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<form method="post" novalidate>
${hidden}
${checkboxes({
  idPrefix: PEOPLE,
  name: PEOPLE,
  values: ticked,
  fieldset: { legend: { text: inviteTitle, isPageHeading: true, classes: 'govuk-fieldset__legend--l' } },
  hint: { text: whatIsMailed },
  errorMessage: errorOf(errors, PEOPLE),
  items: people.map(({ personId, displayName, agency }) => ({
    value: personId,
    text: displayName,
    hint: { text: agencyWords[agency] },
  })),
})}
${button({ text: 'Send invitations', preventDoubleClick: true })}
</form>
</div></div>`
}
