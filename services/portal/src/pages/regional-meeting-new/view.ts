import { button } from '../../components/button.ts'
import { checkboxes } from '../../components/checkboxes.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { whoseCases } from '../../wording/regional-meeting-words.ts'
import type { TypedRegional } from './form.ts'
import { planFields } from './plan-fields.ts'

export const newRegionalTitle = 'Arrange a regional meeting'

export type NewRegional = {
  readonly hidden: Html
  readonly known: readonly { readonly areaId: string; readonly name: string }[]
  readonly areas: readonly string[]
  readonly typed: TypedRegional
  readonly errors: readonly ErrorItem[]
}

/** Which areas meet, when, where and what for. */
export function newRegionalView({ hidden, known, areas, typed, errors }: NewRegional): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${newRegionalTitle}</h1>
<p class="govuk-body">${whoseCases} The coordinators of the areas you ask are told by email, and accept or decline.</p>
<form method="post" novalidate>${hidden}
${checkboxes({
  name: 'areas',
  idPrefix: 'areas',
  values: areas,
  fieldset: { legend: { text: 'Which areas do you ask?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'areas'),
  items: known.map(({ areaId, name }) => ({ value: areaId, text: name })),
})}
${planFields(typed, errors)}
${button({ text: 'Arrange it and ask the areas', preventDoubleClick: true })}
</form>
</div></div>`
}
