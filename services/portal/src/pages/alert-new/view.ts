import { AlertKind, RecommendationSource } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { characterCount } from '../../components/character-count.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { radios } from '../../components/radios.ts'
import { warningText } from '../../components/warning-text.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { alertKindWords } from '../../wording/alert-words.ts'
import { sourceWords } from '../../wording/recommendation-words.ts'
import type { TypedAlert } from './form.ts'

export const newAlertTitle = 'Raise an urgent alert'

export type NewAlertModel = {
  readonly hidden: Html
  /** The case it comes from, by its reference. */
  readonly fromCase: string | null
  readonly typed: TypedAlert
  readonly errors: readonly ErrorItem[]
}

/** A danger that waits for no panel. */
export function newAlertView({ hidden, fromCase, typed, errors }: NewAlertModel): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${newAlertTitle}</h1>
${warningText({ text: 'A mail is no telephone call. If a child may be in danger tonight, phone first.', iconFallbackText: 'Warning' })}
<p class="govuk-body">The designated doctor and public health are mailed at once that an alert waits, without a word of it. It stays as you raise it.</p>
${fromCase !== null && html`<p class="govuk-body">It comes from case ${fromCase}. Only people with sight of the case see that.</p>`}
<form method="post" novalidate>${hidden}
${radios({
  name: 'kind',
  idPrefix: 'kind',
  value: typed.kind,
  classes: 'govuk-radios--small',
  fieldset: { legend: { text: 'What is it about?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'kind'),
  items: AlertKind.options.map((value) => ({ value, text: alertKindWords[value] })),
})}
${characterCount({
  id: 'what',
  name: 'what',
  maxlength: 2_000,
  rows: 5,
  value: typed.what,
  label: { text: 'What seems to be dangerous, and why?', classes: 'govuk-label--s' },
  hint: { text: 'Maker, model or batch if you know them. Do not name or describe a child or family' },
  errorMessage: errorOf(errors, 'what'),
})}
${characterCount({
  id: 'doNow',
  name: 'doNow',
  maxlength: 2_000,
  rows: 4,
  value: typed.doNow,
  label: { text: 'What is to be done now?', classes: 'govuk-label--s' },
  errorMessage: errorOf(errors, 'doNow'),
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
${button({ text: 'Raise the alert', preventDoubleClick: true })}
</form></div></div>`
}
