import type { TonightContacts } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { panel } from '../../components/panel.ts'
import { tonightNotice } from '../../tonight/tonight-notice.ts'

/** It is done, and what happens now. */
export function notificationReceivedView(notificationId: string, contacts: TonightContacts): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${panel({ titleText: 'Notification submitted', text: 'It is ready for you to decide' })}
${tonightNotice(contacts)}
<h2 class="govuk-heading-m">What happens next</h2>
<ol class="govuk-list govuk-list--number">
<li>Read the notification. We show by which rule the death is in scope, and any case that may be about the same child.</li>
<li>Accept it. A case opens and gets its reference.</li>
<li>Ask the agencies that knew the child for their forms. They have 15 working days.</li>
</ol>
<p class="govuk-body"><a class="govuk-link" href="/notifications/${notificationId}">Read the notification and decide</a></p>
<p class="govuk-body"><a class="govuk-link" href="/notifications/new">Record another notification</a></p>
<p class="govuk-body"><a class="govuk-link" href="/notifications">Go to all notifications</a></p>
</div></div>`
}
