import { type FigureOfTable, rowsAreYears, type StatisticalAnswer } from '@cdop/statistics'
import { type Html, html } from '../components/html.ts'
import { barPicture } from './bar-picture.ts'
import { statisticalSubtitle } from './headline.ts'
import { plotOf } from './plot.ts'
import { trendPicture } from './trend-picture.ts'

/** Colours tell so many categories apart. */
const MOST_SERIES = 4

/** Why there is no picture, in words. */
const TOO_MANY = `A chart tells at most ${MOST_SERIES} groups apart by colour, and this table has more. Choose its rows alone, or one row, for a chart.`

/**
 * The picture of one figure of an answer, or in words why there is none. It is drawn from what the answer says and nothing
 * else: what is hidden is a gap of one size, the scale is that of what may be seen, the order that of the table.
 */
export function chart(answer: StatisticalAnswer, figure: FigureOfTable): Html {
  const plot = plotOf(answer, figure)
  if (plot === null) return html`<p class="govuk-body">One figure alone has no chart.</p>`
  if (plot.series.length > MOST_SERIES) return html`<p class="govuk-body">${TOO_MANY}</p>`
  if (plot.longest === 0) {
    return html`<p class="govuk-body">There is nothing to draw: no figure above 0 may be shown.</p>`
  }
  const isTrend = rowsAreYears(answer.table) && plot.groups.length > 1
  return html`<h2 class="govuk-heading-m">${plot.title}</h2>
<p class="govuk-body">${statisticalSubtitle(answer, figure)}</p>
<div class="govuk-!-margin-bottom-6">${isTrend ? trendPicture(plot) : barPicture(plot)}</div>`
}
