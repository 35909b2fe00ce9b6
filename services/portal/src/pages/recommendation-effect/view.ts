import { type PlainDate, wholePercent } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { characterCount } from '../../components/character-count.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { radios } from '../../components/radios.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { dateField } from '../../typed-form/typed-date.ts'
import { effectWords } from '../../wording/recommendation-words.ts'
import { typedText } from '../../wording/typed-text.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { ReadRecommendation } from '../recommendations/services.ts'
import type { TypedMeasure } from './form.ts'
import { releasedView } from './released-view.ts'

export const effectTitle = 'Did it make a difference?'

type Measure = ReadRecommendation['measures'][number]

export type EffectModel = {
  readonly hidden: Html
  readonly recommendation: ReadRecommendation['recommendation']
  readonly measures: readonly Measure[]
  readonly effect: ReadRecommendation['effect']
  readonly released: ReadRecommendation['released']
  readonly today: PlainDate
  readonly mayOpenReleases: boolean
  readonly mayWrite: boolean
  /** The form asks for a baseline and what is aimed at. */
  readonly begins: boolean
  readonly typed: TypedMeasure
  readonly errors: readonly ErrorItem[]
}

/** "12 of 40 (30%)". */
export const shareWords = ({ count, of }: { count: number; of: number }) =>
  `${count} of ${of} (${wholePercent(count, of) ?? 0}%)`

/** What was counted before and since, what it shows, and the form for the next time. */
export function effectView(model: EffectModel): Html {
  const { recommendation, measures, effect, mayWrite } = model
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${effectTitle}</h1>
<p class="govuk-body">Recommendation ${recommendation.reference}. What is measured: ${recommendation.words.indicator ?? 'not said yet'}.</p>
<p class="govuk-body"><strong>${effectWords(effect)}</strong></p>
${releasedView({ ...model, recommendationId: recommendation.recommendationId })}
<h2 class="govuk-heading-m">Recorded by hand</h2>
${measures.length === 0 ? html`<p class="govuk-body">Nothing has been counted by hand yet.</p>` : counted(measures)}
${mayWrite && form(model)}
<p class="govuk-body govuk-!-font-size-16">An effect is seen where chance alone does not explain the move: the 95% interval of the
difference from the baseline (Newcombe) lies on the wanted side. There is none where even the most the interval allows falls short of
what was aimed at. Between the two nobody can tell, nor where a release hides a figure. Counts of two years are compared by how
they share what both counted (Przyborowski and Wilenski). Other things may have moved the figure as well.</p>
</div></div>`
}

function counted(measures: readonly Measure[]): Html {
  return scrollRegion(
    'What was counted',
    table({
      caption: 'What was counted',
      captionClasses: 'govuk-table__caption--m',
      head: ['Date', 'Counted', 'Aimed at', 'Where it comes from'].map((text) => ({ text })),
      rows: measures.map(({ measuredOn, count, of, aim, words }) => [
        { text: writtenDate(measuredOn) },
        { text: aim === null ? shareWords({ count, of }) : `${shareWords({ count, of })}, the baseline` },
        { text: aim === null ? '' : `${aim.wanted === 'rise' ? 'At least' : 'At most'} ${aim.target}%` },
        { html: words === null ? html`Not said` : typedText(words) },
      ]),
    }),
  )
}

function form({ hidden, recommendation, measures, begins, typed, errors }: EffectModel): Html {
  const number = (name: 'count' | 'of', label: string) =>
    input({
      id: name,
      name,
      label: { text: label, classes: 'govuk-label--s' },
      value: typed[name],
      classes: 'govuk-input--width-5',
      inputmode: 'numeric',
      autocomplete: 'off',
      errorMessage: errorOf(errors, name),
    })
  return html`<h2 class="govuk-heading-m">${begins ? 'Record the baseline' : 'Record what was counted again'}</h2>
${
  !begins &&
  html`<p class="govuk-body"><a class="govuk-link" href="/recommendations/${recommendation.recommendationId}/effect?begin=anew">Begin anew with another baseline</a></p>`
}
<form method="post" novalidate>${hidden}
<input type="hidden" name="measures" value="${String(measures.length)}">
<input type="hidden" name="begins" value="${begins ? 'yes' : 'no'}">
${number('count', 'How many were counted?')}
${number('of', 'Out of how many?')}
${dateField({ name: 'measuredOn', legend: 'When was it counted?', value: typed.measuredOn, errors })}
${begins && aim(typed, errors)}
${characterCount({
  id: 'words',
  name: 'words',
  maxlength: 2_000,
  rows: 3,
  value: typed.words,
  label: { text: 'Where does the figure come from? (optional)', classes: 'govuk-label--s' },
  hint: {
    text: 'For example, the release of a reporting year or an audit. Do not name or describe a child or family',
  },
  errorMessage: errorOf(errors, 'words'),
})}
${button({ text: begins ? 'Save the baseline' : 'Save what was counted', preventDoubleClick: true })}
</form>`
}

function aim(typed: TypedMeasure, errors: readonly ErrorItem[]): Html {
  return html`${radios({
    name: 'wanted',
    idPrefix: 'wanted',
    value: typed.wanted,
    fieldset: { legend: { text: 'Which way is it to go?', classes: 'govuk-fieldset__legend--s' } },
    errorMessage: errorOf(errors, 'wanted'),
    items: [
      { value: 'rise', text: 'It is to rise' },
      { value: 'fall', text: 'It is to fall' },
    ],
  })}
${input({
  id: 'target',
  name: 'target',
  label: { text: 'What is aimed at?', classes: 'govuk-label--s' },
  suffix: { text: '%' },
  value: typed.target,
  classes: 'govuk-input--width-4',
  inputmode: 'numeric',
  autocomplete: 'off',
  errorMessage: errorOf(errors, 'target'),
})}`
}
