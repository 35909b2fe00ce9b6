import { button } from '../../components/button.ts'
import { checkboxes } from '../../components/checkboxes.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { radios } from '../../components/radios.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { dateField } from '../../typed-form/typed-date.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { Directory, ReadRecommendation } from '../recommendations/services.ts'
import type { TypedReading, TypedSending } from './form.ts'

export const recipientsTitle = 'Who got it'

/** The forms that record to whom something was sent and who read it: a recommendation or a learning point. */
export type RecipientForms = {
  readonly hidden: Html
  readonly recipients: ReadRecommendation['recipients']
  readonly directory: Directory
  readonly sending: TypedSending
  readonly reading: TypedReading
  readonly errors: readonly ErrorItem[]
}

export type RecipientsModel = RecipientForms & {
  readonly recommendation: ReadRecommendation['recommendation']
  readonly mayWrite: boolean
}

/** To whom a recommendation was sent, and who said that they read it. */
export function recipientsView(model: RecipientsModel): Html {
  const { recommendation, recipients, mayWrite } = model
  const read = recipients.filter(({ acknowledgedOn }) => acknowledgedOn !== null).length
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${recipientsTitle}</h1>
<p class="govuk-body">Recommendation ${recommendation.reference} was sent to ${recipients.length}, and ${read} ${read === 1 ? 'has' : 'have'} said that they read it.</p>
${recipientsTable(model)}
${mayWrite && recommendation.informedOn !== null && recipientForms(model)}
</div></div>`
}

/** Who got it, and whether they said that they read it; null while nobody has. */
export function recipientsTable({ recipients, directory }: RecipientForms): Html | null {
  if (recipients.length === 0) return null
  return scrollRegion(
    'Recipients',
    table({
      caption: 'Recipients',
      captionClasses: 'govuk-visually-hidden',
      head: ['Organisation', 'Sent', 'Read'].map((text) => ({ text })),
      rows: recipients.map(({ acknowledgedOn, sentOn, ...recipient }) => [
        { text: directory.nameOf(recipient) },
        { text: writtenDate(sentOn) },
        { text: acknowledgedOn === null ? 'Not yet' : writtenDate(acknowledgedOn) },
      ]),
    }),
  )
}

export function recipientForms({
  hidden,
  recipients,
  directory,
  sending,
  reading,
  errors,
}: RecipientForms): Html {
  const has = new Set<string>(recipients.map(({ organisationId }) => organisationId))
  const others = directory.choices.filter(({ value }) => !has.has(value))
  const unread = recipients.filter(({ acknowledgedOn }) => acknowledgedOn === null)
  return html`${
    unread.length > 0 &&
    html`<h2 class="govuk-heading-m">Record that it was read</h2>
<form method="post" novalidate>${hidden}
${radios({
  name: 'organisation',
  idPrefix: 'organisation',
  value: reading.organisation,
  classes: 'govuk-radios--small',
  fieldset: { legend: { text: 'Who says so?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'organisation'),
  items: unread.map((one) => ({ value: one.organisationId, text: directory.nameOf(one) })),
})}
${dateField({ name: 'readOn', legend: 'When was it read?', value: reading.readOn, errors })}
${button({ text: 'Record that it was read', name: '_action', value: 'read', preventDoubleClick: true })}
</form>`
  }
${
  others.length > 0 &&
  html`<h2 class="govuk-heading-m">Record that it was sent</h2>
<form method="post" novalidate>${hidden}
${checkboxes({
  name: 'organisations',
  idPrefix: 'organisations',
  values: sending.organisations,
  classes: 'govuk-checkboxes--small',
  fieldset: { legend: { text: 'To whom was it sent?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'organisations'),
  items: [...others],
})}
${dateField({ name: 'on', legend: 'When was it sent?', value: sending.on, errors })}
${button({ text: 'Record that it was sent', name: '_action', value: 'send', preventDoubleClick: true })}
</form>`
}`
}
