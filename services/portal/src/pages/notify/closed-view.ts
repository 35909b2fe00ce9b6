import type { TonightContacts } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { tonightNotice } from '../../tonight/tonight-notice.ts'

export const closedTitle = 'No notification is open in this browser'

export type ClosedView = {
  readonly areaName: string
  readonly start: string
  readonly tonight: TonightContacts
}

/** Says nothing about whether there was one, nor what became of it. */
export function closedView({ areaName, start, tonight }: ClosedView): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${areaName}</span>
<h1 class="govuk-heading-l">${closedTitle}</h1>
<p class="govuk-body">If you sent your notification, we have it. You do not need to do anything else here.</p>
<p class="govuk-body">If you had not sent it, the form was closed because you closed it, because nothing was done in it
for 60 minutes, or because it was begun more than 72 hours ago.</p>
<p class="govuk-body">If we emailed you a link to come back, follow it.</p>
<p class="govuk-body"><a class="govuk-link" href="${start}">Start a notification</a></p>
${tonightNotice(tonight)}
</div></div>`
}
