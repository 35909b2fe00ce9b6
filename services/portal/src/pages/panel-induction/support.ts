import { type Html, html } from '../../components/html.ts'

/** Where somebody who reads about children's deaths finds support: what every area in England has. */
export const supportContacts: Html = html`<ul class="govuk-list govuk-list--bullet">
<li>The chair or the coordinator of your panel, before, in or after the meeting</li>
<li>Your own line manager or supervisor, and the occupational health or employee support of your organisation</li>
<li>Your GP, or NHS 111 and the option for mental health, at any hour</li>
<li>Samaritans on 116 123, at any hour and free</li>
</ul>`
