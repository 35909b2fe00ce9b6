import { type PlainDate, RecommendationLevel } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { characterCount } from '../../components/character-count.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { radios } from '../../components/radios.ts'
import { select } from '../../components/select.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { dateField } from '../../typed-form/typed-date.ts'
import { levelWords } from '../../wording/recommendation-words.ts'
import { type SimilarRows, similarList } from '../recommendation/similar-view.ts'
import type { Directory } from '../recommendations/services.ts'
import { aboutFields } from './about-fields.ts'
import type { TypedRecommendation } from './form.ts'

export const newRecommendationTitle = 'Propose a recommendation'
export const changeRecommendationTitle = 'Change what is proposed'

export type WriteModel = {
  readonly title: string
  readonly hidden: Html
  /** The version it was drawn from; null of a new one. */
  readonly version: number | null
  /** The case it comes from, by its reference. */
  readonly fromCase: string | null
  readonly directory: Directory
  readonly today: PlainDate
  readonly typed: TypedRecommendation
  /** Those of the past that are like what was typed; null where nobody asked. */
  readonly similar: SimilarRows | null
  readonly errors: readonly ErrorItem[]
}

/** What is recommended, to whom, and how one will see that it worked. */
export function writeRecommendationView(model: WriteModel): Html {
  const { title, hidden, version, fromCase, typed, errors, similar } = model
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${title}</h1>
${fromCase !== null && html`<p class="govuk-body">It comes from case ${fromCase}. Only people with sight of the case see that.</p>`}
<form method="post" novalidate>${hidden}
${version !== null && html`<input type="hidden" name="version" value="${String(version)}">`}
${characterCount({
  id: 'text',
  name: 'text',
  maxlength: 2_000,
  rows: 5,
  value: typed.text,
  label: { text: 'What is to be done?', classes: 'govuk-label--s' },
  hint: {
    text: 'Say it so that anybody can see whether it was done. Do not name or describe a child or family',
  },
  errorMessage: errorOf(errors, 'text'),
})}
${button({ text: 'Look for similar ones', name: '_action', value: 'similar', classes: 'govuk-button--secondary' })}
${similar !== null && (similar.length === 0 ? html`<p class="govuk-body">No recommendation of the past is like it.</p>` : similarList(similar))}
${toWhom(model)}
${howSeen(model)}
${aboutFields({ ...model, factorsAsk: 'Which factors does it answer? (optional)' })}
${button({ text: version === null ? 'Propose' : 'Save', name: '_action', value: 'save', preventDoubleClick: true })}
</form></div></div>`
}

function toWhom({ directory, typed, errors }: WriteModel): Html {
  return html`${radios({
    name: 'level',
    idPrefix: 'level',
    value: typed.level,
    classes: 'govuk-radios--small',
    fieldset: { legend: { text: 'At which level?', classes: 'govuk-fieldset__legend--s' } },
    errorMessage: errorOf(errors, 'level'),
    items: RecommendationLevel.options.map((value) => ({ value, text: levelWords[value] })),
  })}
${select({
  id: 'addressee',
  name: 'addressee',
  value: typed.addressee,
  label: { text: 'Which organisation does it ask? (needed to issue it)', classes: 'govuk-label--s' },
  hint: { text: 'From the directory of organisations' },
  errorMessage: errorOf(errors, 'addressee'),
  items: [{ value: '', text: 'Not decided yet' }, ...directory.choices],
})}
${input({
  id: 'owner',
  name: 'owner',
  value: typed.owner,
  autocomplete: 'off',
  label: { text: 'Which role or team answers for it? (needed to issue it)', classes: 'govuk-label--s' },
  hint: { text: 'A role and no name' },
  errorMessage: errorOf(errors, 'owner'),
})}`
}

function howSeen({ typed, errors }: WriteModel): Html {
  return html`${input({
    id: 'indicator',
    name: 'indicator',
    value: typed.indicator,
    autocomplete: 'off',
    label: { text: 'What will be measured? (needed to issue it)', classes: 'govuk-label--s' },
    hint: { text: 'For example, the share of families with a safer sleep assessment by day 10' },
    errorMessage: errorOf(errors, 'indicator'),
  })}
${dateField({ name: 'dueOn', legend: 'By when? (needed to issue it)', value: typed.dueOn, errors })}`
}
