import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { textarea } from '../../components/textarea.ts'
import { errorOf } from '../../typed-form/read-typed.ts'

export const correctTitle = 'Correct your answers'
export const whyName = 'why'

/** Opens what was returned for a correction, with the reason for it. */
export function correctView({
  hidden,
  typed,
  errors,
}: {
  readonly hidden: Html
  readonly typed: string
  readonly errors: readonly ErrorItem[]
}): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${correctTitle}</h1>
<p class="govuk-body">You can change your answers and send the form once more. What you sent before is kept, and counts
until you do.</p>
<form method="post" novalidate>
${hidden}
${textarea({
  id: whyName,
  name: whyName,
  label: { text: 'What has to be corrected, and why?', classes: 'govuk-label--s' },
  value: typed,
  rows: '4',
  errorMessage: errorOf(errors, whyName),
})}
${button({ text: 'Continue', preventDoubleClick: true })}
</form>
</div></div>`
}
