import type { TonightContacts } from '@cdop/domain'
import type { SummarySection } from '@cdop/forms'
import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { QUESTION } from '../../statutory-form/section-view.ts'
import { summaryCards } from '../../statutory-form/summary-cards.ts'
import { tonightNotice } from '../../tonight/tonight-notice.ts'

export const checkTitle = 'Check your answers'

export type CheckView = {
  readonly caption: string
  readonly hidden: Html
  /** Where the form is sent: without the part of the page a browser was led to. */
  readonly action: string
  readonly sections: readonly SummarySection[]
  readonly unfinished: readonly { page: string; title: string }[]
  /** Where the answers of a page are changed. */
  readonly change: (page: string) => string
  readonly tonight: TonightContacts
}

/** Every answer, the numbers for tonight once more, and the declaration under which it is sent. */
export function checkView(model: CheckView): Html {
  const { caption, hidden, action, sections, unfinished, change, tonight } = model
  const ready = unfinished.length === 0
  return html`<div class="govuk-grid-row cdop-question" id="${QUESTION}"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${caption}</span>
<h1 class="govuk-heading-l">${checkTitle}</h1>
${ready ? toTheEnd : missing(unfinished, change)}
${summaryCards(sections, { change })}
${tonightNotice(tonight)}
${ready && declaration(hidden, action)}
</div></div>`
}

/** Many answers and as many links stand between here and the button. */
const toTheEnd = html`<p class="govuk-body"><a class="govuk-link" href="#declaration">Go to the end of this page to send it</a></p>`

function missing(unfinished: CheckView['unfinished'], change: CheckView['change']): Html {
  return html`<div class="govuk-inset-text"><p class="govuk-body">You cannot send the notification yet. Still to answer:</p>
<ul class="govuk-list govuk-list--bullet">${unfinished.map(
    ({ page, title }) => html`<li><a class="govuk-link" href="${change(page)}">${title}</a></li>`,
  )}</ul></div>`
}

function declaration(hidden: Html, action: string): Html {
  return html`<form method="post" action="${action}" novalidate id="declaration">${hidden}
<h2 class="govuk-heading-m">Send the notification</h2>
<p class="govuk-body">By sending it you confirm that, as far as you know, your answers are right.</p>
<p class="govuk-body">You cannot change it afterwards.</p>
${button({ text: 'Confirm and send', preventDoubleClick: true })}
</form>`
}
