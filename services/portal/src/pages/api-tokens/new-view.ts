import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { insetText } from '../../components/inset-text.ts'
import { radios } from '../../components/radios.ts'
import { warningText } from '../../components/warning-text.ts'
import type { Screen } from '../../page/screen.ts'
import { messageFor } from '../users/access-fields.ts'

export type TypedToken = { organisation: string; odsCode: string; scopes: string; months: string }

/** The form that makes out a token. */
export function newTokenScreen(formFields: Html, typed: TypedToken, errors: readonly ErrorItem[]): Screen {
  return {
    title: 'Create a token',
    section: 'Access tokens',
    backLink: '/api-tokens',
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Create a token</h1>
<form method="post" novalidate>
${formFields}
${input({
  name: 'organisation',
  id: 'organisation',
  label: { text: 'Organisation' },
  hint: { text: 'Whose system will send the notifications' },
  value: typed.organisation,
  autocomplete: 'off',
  spellcheck: false,
  ...messageFor(errors, 'organisation'),
})}
${input({
  name: 'ods-code',
  id: 'ods-code',
  label: { text: 'ODS code' },
  hint: { text: 'For example, RR8' },
  value: typed.odsCode,
  classes: 'govuk-input--width-10',
  autocomplete: 'off',
  spellcheck: false,
  ...messageFor(errors, 'ods-code'),
})}
${radios({
  name: 'scopes',
  idPrefix: 'scopes',
  value: typed.scopes,
  fieldset: { legend: { text: 'How will it send?', classes: 'govuk-fieldset__legend--m' } },
  items: [
    { value: 'rest-and-fhir', text: 'REST and FHIR' },
    { value: 'rest', text: 'REST only' },
    { value: 'fhir', text: 'FHIR only' },
    {
      value: 'neonatal-surveillance',
      text: 'Forwarded from neonatal surveillance',
      hint: { text: 'Notifications may lack answers. They cannot be accepted until these are given' },
    },
  ],
  ...messageFor(errors, 'scopes'),
})}
${radios({
  name: 'months',
  idPrefix: 'months',
  value: typed.months,
  fieldset: { legend: { text: 'How long is it good for?', classes: 'govuk-fieldset__legend--m' } },
  items: [
    { value: '3', text: '3 months' },
    { value: '6', text: '6 months' },
    { value: '12', text: '12 months' },
  ],
  ...messageFor(errors, 'months'),
})}
${button({ text: 'Create token', preventDoubleClick: true })}
</form>
</div></div>`,
  }
}

/** The token, once. Null when this form had made one before: then it was shown then. */
export function madeTokenScreen(token: string | null): Screen {
  return {
    title: 'Token created',
    section: 'Access tokens',
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Token created</h1>
${
  token === null
    ? html`<p class="govuk-body">This token was shown before and cannot be shown again. If nobody kept it, revoke it and
create another.</p>`
    : html`${warningText({ text: 'This is the only time the token is shown.', iconFallbackText: 'Warning' })}
<p class="govuk-body">Copy it now and give it to the organisation in a safe way, not by email.</p>
${insetText({ html: html`<code id="token" class="cdop-token">${token}</code>` })}`
}
<p class="govuk-body"><a class="govuk-link" href="/api-tokens">Back to access tokens</a></p>
</div></div>`,
  }
}
