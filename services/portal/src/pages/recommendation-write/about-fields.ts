import { type PlainDate, RecommendationSource, RecommendationTheme } from '@cdop/domain'
import { checkboxes } from '../../components/checkboxes.ts'
import { details } from '../../components/details.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { radios } from '../../components/radios.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { factorNames, sourceWords, themeWords } from '../../wording/recommendation-words.ts'

type AboutModel = {
  readonly today: PlainDate
  readonly typed: {
    readonly themes: readonly string[]
    readonly factors: readonly string[]
    readonly source: string
    readonly origin: string
  }
  readonly errors: readonly ErrorItem[]
  readonly factorsAsk: string
}

/** What something is about, which factors it concerns and where it comes from: of a recommendation or a learning point. */
export function aboutFields({ today, typed, errors, factorsAsk }: AboutModel): Html {
  return html`${checkboxes({
    name: 'themes',
    idPrefix: 'themes',
    values: typed.themes,
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: { text: 'What is it about?', classes: 'govuk-fieldset__legend--s' } },
    errorMessage: errorOf(errors, 'themes'),
    items: RecommendationTheme.options.map((value) => ({ value, text: themeWords[value] })),
  })}
${details({
  summaryText: factorsAsk,
  open: typed.factors.length > 0 || errorOf(errors, 'factors') !== undefined,
  html: checkboxes({
    name: 'factors',
    idPrefix: 'factors',
    values: typed.factors,
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: { text: 'Factors', classes: 'govuk-fieldset__legend--s' } },
    errorMessage: errorOf(errors, 'factors'),
    items: factorNames(today).map(([value, text]) => ({ value, text })),
  }),
})}
${radios({
  name: 'source',
  idPrefix: 'source',
  value: typed.source,
  classes: 'govuk-radios--small',
  fieldset: { legend: { text: 'Where does it come from?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'source'),
  items: RecommendationSource.options.map((value) => ({ value, text: sourceWords[value] })),
})}
${input({
  id: 'origin',
  name: 'origin',
  value: typed.origin,
  autocomplete: 'off',
  label: { text: 'Who made it? (only where it comes from elsewhere)', classes: 'govuk-label--s' },
  errorMessage: errorOf(errors, 'origin'),
})}`
}
