import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { select } from '../../components/select.ts'
import { summaryList } from '../../components/summary-list.ts'
import { warningText } from '../../components/warning-text.ts'
import { type ExactFigure, exactFigure } from '../../figure-table/exact-figure.ts'
import { figureBeside } from '../../figure-table/figure-beside.ts'
import { figureNotes } from '../../figure-table/figure-notes.ts'
import { figureTable } from '../../figure-table/figure-table.ts'
import { figureChoices } from '../../figure-table/measures.ts'
import { writtenTime } from '../../layout/written-time.ts'
import type { Screen } from '../../page/screen.ts'
import { togetherChoices } from './form.ts'

export type FiguresModel = Readonly<{
  measure: string
  year: string
  years: readonly Readonly<{ value: string; text: string }>[]
  together: string
  /** Whether populations may be imported. */
  mayLoad: boolean
  figure: ExactFigure | null
}>

/** Exact figures of the area, one table at a time, each marked as not for publication. */
export function figuresScreen({ measure, year, years, together, mayLoad, figure }: FiguresModel): Screen {
  return {
    title: 'Figures',
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Figures</h1>
<p class="govuk-body">These are exact counts, for people who run the panel. Each look at a figure is recorded. For
figures you can publish, <a class="govuk-link" href="/releases">build a release</a>.</p>
<p class="govuk-body"><a class="govuk-link" href="/figures/case-mix">Modifiable factors by case mix</a> sets your area beside
all areas with the same kinds of cases.</p>
${mayLoad && html`<p class="govuk-body"><a class="govuk-link" href="/figures/populations">Populations</a> are what rates are divided by.</p>`}
<form method="get" action="/figures" novalidate>
${select({ name: 'measure', id: 'measure', label: { text: 'Figure' }, value: measure, items: figureChoices })}
${select({ name: 'year', id: 'year', label: { text: 'Reporting year' }, value: year, items: years })}
${select({
  name: 'together',
  id: 'together',
  label: { text: 'Years put together' },
  hint: { text: 'Up to the year you chose. Several years together steady small numbers' },
  value: together,
  items: togetherChoices,
})}
${button({ text: 'Show figure', classes: 'govuk-button--secondary' })}
</form>
</div></div>
${figure !== null && shown(figure)}`,
  }
}

function shown(exact: ExactFigure): Html {
  const figure = exactFigure(exact)
  const row = (key: string, text: string) => ({ key: { text: key }, value: { text } })
  return html`<section aria-labelledby="figure-heading">
<h2 class="govuk-heading-m" id="figure-heading">${figure.title}</h2>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${warningText({ text: 'Exact counts: not for publication', iconFallbackText: 'Warning' })}
${summaryList({
  rows: [
    row('Area', exact.areaName),
    row('Counted', figure.populationName),
    row('Period', figure.period),
    row('As known on', writtenTime(new Date(exact.asKnownOn))),
  ],
})}
</div></div>
${figureTable(figure)}
${figureBeside(exact)}
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${figureNotes(figure)}</div></div>
</section>`
}
