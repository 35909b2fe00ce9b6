import type { NotificationReference, PlainDate, TonightContacts } from '@cdop/domain'
import type { SummarySection } from '@cdop/forms'
import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { panel } from '../../components/panel.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { summaryCards } from '../../statutory-form/summary-cards.ts'
import { tonightNotice } from '../../tonight/tonight-notice.ts'
import { writtenDate } from '../../wording/written-date.ts'

export const receiptTitle = 'Notification received'

export type ReceiptView = {
  readonly areaName: string
  readonly reference: NotificationReference
  /** The next working day. */
  readonly readBy: PlainDate
  readonly agenciesBy: PlainDate
  readonly copyUntil: Date
  readonly copy: string
  readonly tonight: TonightContacts
  readonly hidden: Html
}

/** What somebody who notified is told: nothing of what was known before. */
export function receiptView(model: ReceiptView): Html {
  const { areaName, reference, readBy, agenciesBy, copyUntil, copy, tonight, hidden } = model
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${panel({
  titleText: receiptTitle,
  headingLevel: 1,
  html: html`Your reference<br><strong>${reference}</strong>`,
})}
${tonightNotice(tonight)}
<h2 class="govuk-heading-m">What happens next</h2>
<ol class="govuk-list govuk-list--number">
<li>The child death review team in ${areaName} works on working days. Their next one is ${writtenDate(readBy)}. They may
contact you.</li>
<li>They ask the agencies that knew the child what they know. Agencies have 15 working days to answer: asked on that day,
until ${writtenDate(agenciesBy)}.</li>
<li>Later a panel reviews the death, to learn what could help other children.</li>
</ol>
<p class="govuk-body">If you contact the team, give your reference. Never send the child’s name or NHS number by
email.</p>
<h2 class="govuk-heading-m">Your copy</h2>
<p class="govuk-body"><a class="govuk-link" href="${copy}">See your answers and print them</a>. You can do so in this
browser only, until ${writtenTime(copyUntil)}.</p>
<h2 class="govuk-heading-m">If another baby of this birth has died</h2>
<p class="govuk-body">Each baby needs a notification. We take over what you said about yourself, the mother, the family
and the agencies. You answer what is the baby’s own.</p>
<form method="post" novalidate>${hidden}
${button({
  text: 'Notify another baby of this birth',
  name: '_action',
  value: 'another-baby',
  classes: 'govuk-button--secondary',
  preventDoubleClick: true,
})}
</form>
<h2 class="govuk-heading-m">When you are done</h2>
<form method="post" novalidate>${hidden}
${button({ text: 'Finish and close', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>
</div></div>`
}

export const copyTitle = 'Your notification'

export type CopyView = {
  readonly areaName: string
  readonly reference: NotificationReference
  readonly sentAt: Date
  readonly sections: readonly SummarySection[]
}

/** What was sent, fit for paper. */
export function copyView({ areaName, reference, sentAt, sections }: CopyView): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${areaName}</span>
<h1 class="govuk-heading-l">${copyTitle}</h1>
<p class="govuk-body">Reference <strong>${reference}</strong>. Sent on ${writtenTime(sentAt)}.</p>
<p class="govuk-body">This page names the child. Keep it as you keep a health record. To print it, use the print
command of your browser.</p>
${summaryCards(sections)}
</div></div>`
}
