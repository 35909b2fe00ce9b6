import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { textarea } from '../../components/textarea.ts'
import { errorOf } from '../../typed-form/read-typed.ts'

export type DeferModel = {
  readonly hidden: Html
  readonly reference: string
  readonly typed: string
  readonly errors: readonly ErrorItem[]
}

/** Records that the panel put a case back, and what it asked. */
export function deferView({ hidden, reference, typed, errors }: DeferModel): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">Case ${reference}</span>
<h1 class="govuk-heading-l">Put the case back</h1>
<p class="govuk-body">The coordinator finds out what the panel asked. The case can go before the panel again once every
question has an answer.</p>
<form method="post" novalidate>${hidden}
${textarea({
  id: 'questions',
  name: 'questions',
  rows: 8,
  value: typed,
  label: { text: 'What did the panel ask?', classes: 'govuk-label--s' },
  hint: { text: 'One question on each line. Leave out names and anything else that identifies a person.' },
  errorMessage: errorOf(errors, 'questions'),
})}
${button({ text: 'Put the case back', preventDoubleClick: true })}
</form>
</div></div>`
}
