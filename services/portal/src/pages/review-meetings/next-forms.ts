import { button } from '../../components/button.ts'
import { checkboxes } from '../../components/checkboxes.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { textarea } from '../../components/textarea.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { type DateParts, dateField } from '../../typed-form/typed-date.ts'
import type { TypedInvitation } from './form.ts'

type Asked = { readonly organisationId: string; readonly organisationName: string }

type NextModel = {
  readonly hidden: Html
  readonly version: number
  readonly errors: readonly ErrorItem[]
}

const versionField = (version: number) => html`<input type="hidden" name="version" value="${version}">`

/** Invites agencies that were asked about the case, and other mailboxes. */
export function inviteForm(
  { hidden, version, errors }: NextModel,
  typed: TypedInvitation,
  asked: readonly Asked[],
): Html {
  return html`<h2 class="govuk-heading-m">Invite people</h2>
<p class="govuk-body">Each gets an email with a calendar file. It names the case by its reference and says nothing of the
child.</p>
<form method="post" novalidate>${hidden}${versionField(version)}
${
  asked.length > 0 &&
  checkboxes({
    name: 'organisations',
    idPrefix: 'organisations',
    values: typed.organisations,
    fieldset: {
      legend: { text: 'Agencies that were asked about the case', classes: 'govuk-fieldset__legend--s' },
    },
    errorMessage: errorOf(errors, 'organisations'),
    items: asked.map(({ organisationId, organisationName }) => ({
      value: organisationId,
      text: organisationName,
    })),
  })
}
${textarea({
  id: 'emails',
  name: 'emails',
  rows: 4,
  value: typed.emails,
  label: { text: 'Email addresses', classes: 'govuk-label--s' },
  hint: { text: 'One on each line' },
  autocomplete: 'off',
  spellcheck: false,
  errorMessage: errorOf(errors, 'emails'),
})}
${button({ text: 'Send invitations', name: '_action', value: 'invite', preventDoubleClick: true })}
</form>`
}

/** Records when the report of a held meeting came. */
export function reportForm({ hidden, version, errors }: NextModel, receivedOn: DateParts): Html {
  return html`<h2 class="govuk-heading-m">The report has come</h2>
<form method="post" novalidate>${hidden}${versionField(version)}
${dateField({
  name: 'receivedOn',
  legend: 'When did the report or draft analysis come?',
  hint: 'From the last report the panel has six weeks. A draft analysis that is sent from this page is recorded by itself',
  value: receivedOn,
  errors,
})}
${button({ text: 'Save that the report has come', name: '_action', value: 'report', preventDoubleClick: true })}
</form>`
}

/** Calls a planned meeting off. */
export function cancelForm({ hidden, version }: NextModel, invited: number): Html {
  return html`<h2 class="govuk-heading-m">It will not take place</h2>
<form method="post" novalidate>${hidden}${versionField(version)}
<p class="govuk-body">${invited === 0 ? 'Nobody was invited yet.' : 'Whoever was invited is told by email.'}</p>
${button({ text: 'Cancel the meeting', name: '_action', value: 'cancel', classes: 'govuk-button--warning', preventDoubleClick: true })}
</form>`
}

/** Says of a held meeting that it was, or was not, the last one after all. */
export function lastForm({ hidden, version, errors }: NextModel, last: boolean, reason: string): Html {
  return html`<h2 class="govuk-heading-m">${last ? 'It was the last one after all' : 'Another is expected after all'}</h2>
<form method="post" novalidate>${hidden}${versionField(version)}
<input type="hidden" name="last" value="${last ? 'yes' : 'no'}">
${textarea({
  id: 'reason',
  name: 'reason',
  rows: 3,
  value: reason,
  label: { text: 'Why?', classes: 'govuk-label--s' },
  hint: {
    text: last
      ? 'The stage of the review meeting then has ended'
      : 'The case then gathers again until the last review meeting was held',
  },
  autocomplete: 'off',
  errorMessage: errorOf(errors, 'reason'),
})}
${button({
  text: last ? 'Save that it was the last one' : 'Save that another is expected',
  name: '_action',
  value: 'last',
  classes: 'govuk-button--secondary',
  preventDoubleClick: true,
})}
</form>`
}
