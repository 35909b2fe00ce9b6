import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { errorOf } from '../../typed-form/read-typed.ts'

export const EMAIL = 'email'

type AskModel = {
  readonly hidden: Html
  readonly version: number
  readonly questions: readonly string[]
  readonly email: string
  readonly errors: readonly ErrorItem[]
}

/** Where to send the questions a notification came without. */
export function askView({ hidden, version, questions, email, errors }: AskModel): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Ask for the answers</h1>
<p class="govuk-body">We send a link by email to the unit or whoever else can answer. It opens with a code we send to the
same mailbox, shows what is known and works for 72 hours. Use an address only that team reads.</p>
<h2 class="govuk-heading-m">Still to be answered</h2>
<ul class="govuk-list govuk-list--bullet">${questions.map((question) => html`<li>${question}</li>`)}</ul>
<form method="post" novalidate>${hidden}
<input type="hidden" name="version" value="${version}">
${input({
  name: EMAIL,
  id: EMAIL,
  type: 'email',
  label: { text: 'Email address', classes: 'govuk-label--m' },
  value: email,
  autocomplete: 'off',
  spellcheck: false,
  errorMessage: errorOf(errors, EMAIL),
})}
${button({ text: 'Send the questions', preventDoubleClick: true })}
</form>
</div></div>`
}
