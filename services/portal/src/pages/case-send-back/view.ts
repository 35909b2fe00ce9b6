import { button } from '../../components/button.ts'
import { characterCount } from '../../components/character-count.ts'
import { checkboxes } from '../../components/checkboxes.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { dateField } from '../../typed-form/typed-date.ts'
import type { TypedSendBack } from './form.ts'

export const sendBackTitle = 'Send the form back'

export type SendBackModel = {
  readonly hidden: Html
  /** The version that is sent back: the one this page shows. */
  readonly entry: number
  readonly organisationName: string
  /** What was left blank, as it is posted and in words, and whether the review rests on it. */
  readonly offered: readonly {
    readonly value: string
    readonly text: string
    readonly critical: boolean
  }[]
  readonly typed: TypedSendBack
  readonly errors: readonly ErrorItem[]
}

/** What is missing in a form that was returned, and by when the agency is to send it. */
export function sendBackView({
  hidden,
  entry,
  organisationName,
  offered,
  typed,
  errors,
}: SendBackModel): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${organisationName}</span>
<h1 class="govuk-heading-l">${sendBackTitle}</h1>
<p class="govuk-body">What the agency sent is kept. We email it the same link, without the child’s name. It sees what you
ask for on its form, and is reminded from the new date.</p>
<form method="post" novalidate>${hidden}<input type="hidden" name="_entry" value="${entry}">
${
  offered.length > 0
    ? checkboxes({
        name: 'questions',
        idPrefix: 'questions',
        values: [...typed.questions],
        fieldset: { legend: { text: 'What is missing?', classes: 'govuk-fieldset__legend--m' } },
        hint: { text: 'Questions that were left blank. Those the review rests on are selected' },
        errorMessage: errorOf(errors, 'questions'),
        items: offered.map(({ value, text }) => ({ value, text })),
      })
    : html`<p class="govuk-body" id="questions">No question was left blank.</p>`
}
${characterCount({
  id: 'note',
  name: 'note',
  label: { text: 'What else do you need? (optional)', classes: 'govuk-label--s' },
  hint: { text: 'Only whoever fills in the form for the agency reads this' },
  value: typed.note,
  rows: 5,
  maxlength: 2_000,
  threshold: 75,
  errorMessage: errorOf(errors, 'note'),
})}
${dateField({ name: 'answerBy', legend: 'By when do you need it?', value: typed.answerBy, errors })}
${button({ text: sendBackTitle, preventDoubleClick: true })}
</form>
</div></div>`
}
