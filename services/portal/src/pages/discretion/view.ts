import type { Discretion } from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { radios } from '../../components/radios.ts'
import { errorOf } from '../../typed-form/read-typed.ts'

/** What the partners chose, in words. */
export const discretionWords: Readonly<Record<Discretion, string>> = {
  review: 'Review the death',
  'not-reviewed': 'Do not review the death',
}

export type DiscretionModel = {
  readonly hidden: Html
  readonly version: number
  /** The grounds of the assessment. */
  readonly evidence: string
  readonly typed: string
  readonly errors: readonly ErrorItem[]
}

/** Whether the partners review the death of a child who lived outside England. */
export function discretionView({ hidden, version, evidence, typed, errors }: DiscretionModel): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Whether the partners review this death</h1>
<p class="govuk-body">${evidence}.</p>
<p class="govuk-body">The child death review partners may review it and do not have to: section 16M(2) of the Children
Act 2004.</p>
<form method="post" novalidate>${hidden}
<input type="hidden" name="version" value="${version}">
${radios({
  name: 'decision',
  idPrefix: 'decision',
  value: typed,
  fieldset: { legend: { text: 'What have the partners decided?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'decision'),
  items: Object.entries(discretionWords).map(([value, text]) => ({ value, text })),
})}
${button({ text: 'Save decision', preventDoubleClick: true })}
</form>
</div></div>`
}
