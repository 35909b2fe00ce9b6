import { type Html, html } from '../components/html.ts'
import { scrollRegion, type TableOptions, table } from '../components/table.ts'

/** One cell as it is written: its count, and what was worked out from it in the order of the table's statistics. */
export type FigureCell = Readonly<{ count: string; statistics: readonly (string | null)[] }>

/** A table of figures in the words it is read in. Whether its counts are exact or protected was settled before. */
export type FigureTable = Readonly<{
  id: string
  title: string
  period: string
  /** Deaths or reviews, in full: no table goes without it. */
  populationName: string
  /** What percentages and rates are of. */
  denominator: string
  /** Who the children are that a rate is of, for each year that has one. */
  denominators: readonly string[]
  notes: readonly string[]
  rowTitle: string
  columns: readonly string[]
  statistics: readonly string[]
  rows: readonly Readonly<{ label: string; cells: readonly FigureCell[] }>[]
  /** Lines of a long list in which nothing was counted. */
  none: readonly string[]
}>

/**
 * The table, named by its population and period, in a region that scrolls on its own. With one column of counts each
 * statistic has a column of its own; with several it stands below its count.
 */
export function figureTable(figure: FigureTable): Html {
  const { title, populationName, period, columns, statistics, rowTitle, rows } = figure
  const wide = columns.length > 1
  const head: NonNullable<TableOptions['head']> = [
    { text: rowTitle },
    ...columns.map((text) => ({ text, format: 'numeric' as const })),
    ...(wide ? [] : statistics.map((text) => ({ text, format: 'numeric' as const }))),
  ]
  return scrollRegion(
    title,
    table({
      caption: `${populationName}. ${period}${wide ? `. Below each count: ${statistics.join(', ')}` : ''}`,
      captionClasses: 'govuk-table__caption--s',
      firstCellIsHeader: true,
      head,
      rows: rows.map(({ label, cells }) => [
        { text: label },
        ...cells.flatMap((cell) => (wide ? [stacked(cell)] : spread(cell))),
      ]),
    }),
  )
}

type TableCell = TableOptions['rows'][number][number]

function spread({ count, statistics }: FigureCell): TableCell[] {
  return [
    { text: count, format: 'numeric' },
    ...statistics.map(
      (written): TableCell =>
        written === null ? { html: notApplicable, format: 'numeric' } : { text: written, format: 'numeric' },
    ),
  ]
}

function stacked({ count, statistics }: FigureCell): TableCell {
  // What is made of a hidden count is hidden with it; once is enough.
  const below = statistics.flatMap((written) => (written === null || written === count ? [] : [written]))
  return {
    html: html`${count}${below.map((written) => html`<br><span class="govuk-!-font-size-16">${unbroken(written)}</span>`)}`,
    format: 'numeric',
  }
}

const notApplicable = html`<span class="govuk-visually-hidden">Not applicable</span>`

/** An interval stays on one line; it may stand below its figure. */
function unbroken(written: string): string {
  return written.replaceAll(' ', '\u00a0').replace('\u00a0(', ' (')
}
