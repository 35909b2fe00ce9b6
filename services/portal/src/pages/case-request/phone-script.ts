import { details } from '../../components/details.ts'
import { html } from '../../components/html.ts'

/** How two people who have never met make sure on the telephone whom they speak to, before either says a name. */
export const phoneScript = details({
  summaryText: 'Confirm who you are speaking to by telephone',
  html: html`<h2 class="govuk-heading-s">When you call the organisation</h2>
<ol class="govuk-list govuk-list--number">
<li>Ring the number in the directory or on the organisation’s own website, never one from an email.</li>
<li>Say your name, your panel and the case reference. Do not say the child’s name.</li>
<li>Ask for the name and role of the person who answers, and whether the request with this reference has reached them.</li>
<li>Ask them to read you the date on which the answer is due. It stands in the email they have.</li>
<li>Only then let them tell you which child they have in mind, and say whether that is right.</li>
</ol>
<h2 class="govuk-heading-s">When the organisation calls you</h2>
<ol class="govuk-list govuk-list--number">
<li>Ask for the case reference and for the name, role and organisation of the person. Do not confirm anything yet.</li>
<li>Say that you will ring back through the switchboard of the organisation, and do so.</li>
</ol>
<h2 class="govuk-heading-s">What they may ask you</h2>
<ol class="govuk-list govuk-list--number">
<li>Your name and role, and a number of the panel they can find for themselves and ring back.</li>
<li>The case reference, and the days on which the request was sent and is due: they can hold both against the email.</li>
<li>The law under which they must answer: section 16N of the Children Act 2004.</li>
</ol>
<p class="govuk-body">If anything does not match, say nothing about the child, end the call, and tell your information
governance lead.</p>`,
})
