import { type CaseReference, LaterReason, type PlainDate } from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { panel } from '../../components/panel.ts'
import { radios } from '../../components/radios.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { dateField } from '../../typed-form/typed-date.ts'
import { laterReasonWords } from '../../wording/part-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { TypedPart } from './form.ts'

export const partTitle = 'Send what you have now'

export type PartModel = {
  readonly hidden: Html
  readonly organisationName: string
  readonly dueOn: PlainDate
  /** The last day that can be promised here, and how often one still can. */
  readonly mayPromise: { readonly latest: PlainDate; readonly left: number }
  readonly typed: TypedPart
  readonly errors: readonly ErrorItem[]
}

const leftWords = (left: number) =>
  left === 1 ? 'You can do this once more.' : `You can do this ${left} more times.`

/** A part of the answer now, and the rest by a day the agency names. */
export function partView({ hidden, organisationName, dueOn, mayPromise, typed, errors }: PartModel): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${organisationName}</span>
<h1 class="govuk-heading-l">${partTitle}</h1>
<p class="govuk-body">The coordinator gets everything you have saved so far, with your documents. It is kept as you send it. You
go on with the same form, and send it whole once it is complete.</p>
<p class="govuk-body">The form is still due by <strong>${writtenDate(dueOn)}</strong>. We do not remind you before the day you
name is over. ${leftWords(mayPromise.left)}</p>
<form method="post" novalidate>${hidden}
${dateField({
  name: 'promisedOn',
  legend: 'By which day will you send the rest?',
  hint: `A day up to ${writtenDate(mayPromise.latest)}. If you need longer, telephone the coordinator`,
  value: typed.promisedOn,
  errors,
})}
${radios({
  name: 'reason',
  idPrefix: 'reason',
  value: typed.reason,
  fieldset: { legend: { text: 'Why does the rest come later?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'reason'),
  items: LaterReason.options.map((value) => ({ value, text: laterReasonWords[value] })),
})}
${button({ text: partTitle, preventDoubleClick: true })}
</form>
</div></div>`
}

export const partReceiptTitle = 'Part of the form sent'

/** What the reporter keeps of a part: nothing of it says who the child is. */
export function partReceiptView({
  reference,
  organisationName,
  part,
}: {
  readonly reference: CaseReference
  readonly organisationName: string
  readonly part: {
    readonly sentAt: string
    readonly promisedOn: PlainDate
    readonly sectionsCompleted: number
    readonly sectionsAsked: number
  }
}): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${panel({
  titleText: partReceiptTitle,
  headingLevel: 1,
  html: html`Case reference<br><strong>${reference}</strong>`,
})}
<p class="govuk-body">We have a part of the reporting form of ${organisationName}, sent on ${writtenTime(new Date(part.sentAt))}:
${part.sectionsCompleted} of ${part.sectionsAsked} sections are completed.</p>
<h2 class="govuk-heading-m">What happens next</h2>
<p class="govuk-body">You promised the rest for <strong>${writtenDate(part.promisedOn)}</strong>. The coordinator can read what you
sent already.</p>
<p class="govuk-body">Everything you filled in is still in the form. <a class="govuk-link" href="/return">Go on with the form</a></p>
<p class="govuk-body"><a class="govuk-link" href="/return/leave">Leave the form</a></p>
</div></div>`
}
