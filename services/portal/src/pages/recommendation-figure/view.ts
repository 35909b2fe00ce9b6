import { reportingYearFrom, totalCode } from '@cdop/statistics'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { radios } from '../../components/radios.ts'
import { select } from '../../components/select.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import type { TableWords } from '../../wording/figure-words.ts'
import type { TableOfYears, TypedFigure } from './form.ts'

export const figureTitle = 'Measure it from each release'

export type FigureModel = {
  readonly hidden: Html
  readonly recommendationId: string
  readonly reference: string
  readonly indicator: string | null
  /** How many figures were named so far. */
  readonly indicators: number
  readonly tables: readonly { readonly value: string; readonly text: string }[]
  /** The chosen table; null before one is. */
  readonly chosen: {
    readonly tableId: string
    readonly words: TableWords
    readonly years: TableOfYears
  } | null
  readonly typed: TypedFigure
  readonly errors: readonly ErrorItem[]
}

/** First the table, then which figure of it, from where, and where it is to go. */
export function figureView(model: FigureModel): Html {
  const { reference, indicator, tables, chosen, recommendationId } = model
  const path = `/recommendations/${recommendationId}/effect/figure`
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${figureTitle}</h1>
<p class="govuk-body">Recommendation ${reference}. What is measured: ${indicator ?? 'not said yet'}.</p>
<p class="govuk-body">Name a figure of the area’s releases. With each release of a whole reporting year it is read again by itself.
Where a release hides the figure, nobody can tell what came of it.</p>
${
  tables.length === 0
    ? html`<p class="govuk-body">No release of a whole reporting year can be measured by yet. Come back when one is released.</p>`
    : html`<form method="get" action="${path}" novalidate>
${select({ name: 'table', id: 'table', label: { text: 'Table', classes: 'govuk-label--s' }, value: chosen?.tableId ?? '', items: [...tables] })}
${button({ text: 'Choose the table', classes: 'govuk-button--secondary' })}
</form>`
}
${chosen !== null && form(model, chosen)}
</div></div>`
}

/** The codes of a margin in the order of the table, each once. */
const inOrder = (codes: readonly string[]) => [...new Set(codes)]

function form(
  { hidden, indicators, typed, errors }: FigureModel,
  { words, years }: NonNullable<FigureModel['chosen']>,
): Html {
  const cells = years[0]?.table.cells ?? []
  const choose = (name: 'row' | 'column', label: string, items: { value: string; text: string }[]) =>
    select({
      id: name,
      name,
      label: { text: label, classes: 'govuk-label--s' },
      value: typed[name],
      items: [{ value: '', text: 'Select' }, ...items],
      errorMessage: errorOf(errors, name),
    })
  return html`<form method="post" novalidate>${hidden}
<input type="hidden" name="indicators" value="${String(indicators)}">
<h2 class="govuk-heading-m">${words.title}</h2>
${choose(
  'row',
  words.rows,
  inOrder(cells.map(({ row }) => row)).map((value) => ({ value, text: words.rowOf(value) })),
)}
${
  words.columns === null
    ? html`<input type="hidden" name="column" value="${totalCode}">`
    : choose(
        'column',
        words.columns,
        inOrder(cells.map(({ column }) => column)).map((value) => ({ value, text: words.columnOf(value) })),
      )
}
${radios({
  name: 'statistic',
  idPrefix: 'statistic',
  value: typed.statistic,
  fieldset: { legend: { text: 'What of it is measured?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'statistic'),
  items: [
    { value: 'percentage', text: `The share: ${words.share}` },
    { value: 'count', text: 'The count of a year' },
  ],
})}
${select({
  id: 'baselineYear',
  name: 'baselineYear',
  label: { text: 'The baseline is the release of', classes: 'govuk-label--s' },
  value: typed.baselineYear,
  items: [
    { value: '', text: 'Select' },
    ...years.map(({ reportingYear }) => ({
      value: reportingYear,
      text: reportingYearFrom(reportingYear).label,
    })),
  ],
  errorMessage: errorOf(errors, 'baselineYear'),
})}
${radios({
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
  hint: { text: 'Per cent of a share, otherwise how many in a year' },
  value: typed.target,
  classes: 'govuk-input--width-5',
  inputmode: 'numeric',
  autocomplete: 'off',
  errorMessage: errorOf(errors, 'target'),
})}
${button({ text: 'Name this figure', preventDoubleClick: true })}
</form>`
}
