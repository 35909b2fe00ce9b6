import type { PlainDate } from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { radios } from '../../components/radios.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { writtenDate } from '../../wording/written-date.ts'

export const compareTitle = 'Compare with another record'

export type CompareModel = {
  readonly hidden: Html
  readonly typed: string
  /** What was found; null before anything was looked for. */
  readonly found:
    | readonly {
        readonly value: string
        readonly name: string
        readonly what: string
        readonly diedOn: PlainDate
      }[]
    | null
  readonly errors: readonly ErrorItem[]
}

/** Where to look for the other record, and which of those that were found it is. */
export function compareView({ hidden, typed, found, errors }: CompareModel): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${compareTitle}</h1>
<p class="govuk-body">Do you think another record is about the same child? Find it, and both are shown side by side.
Nothing is merged by that.</p>
<form method="post" novalidate>${hidden}
${input({
  id: 'typed',
  name: 'typed',
  label: {
    text: 'Child’s name, NHS number or case reference of the other record',
    classes: 'govuk-label--s',
  },
  hint: { text: 'Names that sound alike are found too. Each child you see is recorded' },
  value: typed,
  autocomplete: 'off',
  spellcheck: false,
  errorMessage: errorOf(errors, 'typed'),
})}
${button({ text: 'Find', name: '_action', value: 'find', classes: 'govuk-button--secondary' })}
${found !== null && choice(found, errors)}
</form></div></div>`
}

function choice(found: NonNullable<CompareModel['found']>, errors: readonly ErrorItem[]): Html {
  if (found.length === 0) {
    return html`<p class="govuk-body">No other record was found. Check the spelling, or try the family name alone.</p>`
  }
  return html`${radios({
    name: 'other',
    idPrefix: 'other',
    value: '',
    fieldset: { legend: { text: 'Which record?', classes: 'govuk-fieldset__legend--m' } },
    errorMessage: errorOf(errors, 'other'),
    items: found.map(({ value, name, what, diedOn }) => ({
      value,
      text: name,
      hint: { text: `${what}. Died ${writtenDate(diedOn)}` },
    })),
  })}
${button({ text: 'Compare', name: '_action', value: 'compare', preventDoubleClick: true })}`
}
