import type { PlainDate } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { characterCount } from '../../components/character-count.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { aboutFields } from '../recommendation-write/about-fields.ts'
import type { TypedLearning } from './form.ts'

export const newLearningTitle = 'Issue a learning point'

export type NewLearningModel = {
  readonly hidden: Html
  /** The case it comes from, by its reference. */
  readonly fromCase: string | null
  readonly today: PlainDate
  /** May raise an urgent alert, which is offered beside it. */
  readonly mayRaise: boolean
  readonly typed: TypedLearning
  readonly errors: readonly ErrorItem[]
}

/** What was learnt, for others to use. */
export function newLearningView(model: NewLearningModel): Html {
  const { hidden, fromCase, today, mayRaise, typed, errors } = model
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${newLearningTitle}</h1>
<p class="govuk-body">It stays as you issue it.</p>
${
  mayRaise &&
  html`<p class="govuk-body">If a product, a medicine or a possible cluster may endanger other children now, <a class="govuk-link" href="/alerts/new">raise an urgent alert</a>.</p>`
}
${fromCase !== null && html`<p class="govuk-body">It comes from case ${fromCase}. Only people with sight of the case see that.</p>`}
<form method="post" novalidate>${hidden}
${characterCount({
  id: 'text',
  name: 'text',
  maxlength: 2_000,
  rows: 5,
  value: typed.text,
  label: { text: 'What was learnt?', classes: 'govuk-label--s' },
  hint: {
    text: 'Say it so that somebody who knows nothing of the case can use it. Do not name or describe a child or family',
  },
  errorMessage: errorOf(errors, 'text'),
})}
${aboutFields({ today, typed, errors, factorsAsk: 'Which factors does it concern? (optional)' })}
${button({ text: 'Issue', preventDoubleClick: true })}
</form></div></div>`
}
