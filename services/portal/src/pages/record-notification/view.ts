import type { PageModel, SummarySection } from '@cdop/forms'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { formFields } from '../../components/form-fields/form-fields.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { summaryList } from '../../components/summary-list.ts'
import { type DateParts, dateField } from '../../typed-form/typed-date.ts'
import { answerSections } from '../answer-sections.ts'
import { RECEIVED } from './form.ts'

/** Field that marks one notification from its first page to the last button. */
export const ATTEMPT = '_attempt'

export type NotificationFormModel = {
  /** Hidden fields every form of ours begins with, and those of the page itself. */
  readonly hidden: Html
  readonly heading: string
  readonly lead: string
  /** What the page asks before the form's own questions. */
  readonly before: Html | null
  readonly questions: PageModel
}

/** What is asked of a notification besides its form: when it came in. */
export function receiptFields(received: DateParts, errors: readonly ErrorItem[]): Html {
  return html`<h2 class="govuk-heading-m">Receipt</h2>
${dateField({ name: RECEIVED, legend: 'When did you receive the notification?', value: received, errors })}`
}

/** The whole notification form on one page, in its sections: for people who fill it in often. */
export function notificationFormView(model: NotificationFormModel): Html {
  const { hidden, heading, lead, before, questions } = model
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${heading}</h1>
<p class="govuk-body">${lead}</p>
<form method="post" novalidate>${hidden}
${before}
${formFields(questions)}
${button({ text: 'Continue', preventDoubleClick: true })}
</form></div></div>`
}

export type CheckModel = {
  readonly hidden: Html
  /** Everything that was typed, to be sent again. */
  readonly fields: Readonly<Record<string, string | readonly string[]>>
  readonly received: string
  readonly sections: readonly SummarySection[]
  /** What has not happened yet, and the button that makes it happen. */
  readonly note: string
  readonly submit: string
}

/** What will be submitted, in words. The answers travel in the body of the form and are kept nowhere before. */
export function checkNotificationView(model: CheckModel): Html {
  const { hidden, fields, received, sections, note, submit } = model
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Check your answers</h1>
<form method="post" novalidate>${hidden}${kept(fields)}
<h2 class="govuk-heading-m">Receipt</h2>
${summaryList({ rows: [{ key: { text: 'Notification received' }, value: { text: received } }] })}
${answerSections(sections)}
${insetText({ text: note })}
<div class="govuk-button-group">
${button({ text: submit, name: '_action', value: 'submit', preventDoubleClick: true })}
${button({ text: 'Change answers', name: '_action', value: 'change', classes: 'govuk-button--secondary' })}
</div>
</form></div></div>`
}

function kept(fields: CheckModel['fields']): Html {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : value.map((one) => [name, one] as const),
  )
  return html`${pairs.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">\n`)}`
}
