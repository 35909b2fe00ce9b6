import { ReleaseId } from '@cdop/domain'
import { type Breakdown, type FigureOfTable, type StatisticalAnswer, selected } from '@cdop/statistics'
import { z } from 'zod'
import type { PersonVisit } from '../../page/visit.ts'

/** How a table is named in an address. */
export const TableCode = z.string().regex(/^[A-Z][A-Za-z0-9-]{0,19}$/)

/** What an address asks for, in codes alone; nothing while nothing was chosen. */
export type AskedTable = Readonly<{
  releaseId: ReleaseId | null
  tableId: string
  breakdown: string
  row: string
  figure: string
}>

/** The question of an address: null when it names no table. */
export function askedTable({ query }: Pick<PersonVisit, 'query'>): AskedTable | null {
  const tableId = query('table')
  if (tableId === '') return null
  const releaseId = ReleaseId.safeParse(query('release'))
  return {
    releaseId: releaseId.success ? releaseId.data : null,
    tableId,
    breakdown: query('breakdown'),
    row: query('row'),
    figure: query('figure'),
  }
}

/** The breakdown that is asked for: of a table of two margins both, unless somebody says otherwise. */
function breakdownOf({ breakdown, row }: AskedTable, { table }: StatisticalAnswer): Breakdown | null {
  switch (breakdown) {
    case '':
      return { kind: table.columns === null ? 'rows' : 'columns' }
    case 'rows':
    case 'columns':
      return { kind: breakdown }
    case 'row':
      return { kind: 'row', row }
    default:
      return null
  }
}

/** The part of the table that was asked for; null for what the release does not hold. */
export function partAsked(asked: AskedTable, answer: StatisticalAnswer): StatisticalAnswer | null {
  const breakdown = breakdownOf(asked, answer)
  return breakdown && selected(answer, breakdown)
}

/** The figure a chart is of: the one asked for, otherwise the first with an interval, otherwise the count. */
export function figureAsked(
  { figure }: AskedTable,
  { table, observations }: StatisticalAnswer,
): FigureOfTable | null {
  const offered = chartFigures(table.figures)
  if (figure !== '') return offered.find(({ code }) => code === figure) ?? null
  const shown = (one: FigureOfTable) =>
    observations.some((found) => found.figure === one.code && found.value !== null)
  return offered.find((one) => one.kind !== 'number' && shown(one)) ?? offered[0] ?? null
}

/** Figures that have a length from nought: a change has none. */
export function chartFigures(figures: readonly FigureOfTable[]): readonly FigureOfTable[] {
  return figures.filter(({ kind }) => kind !== 'change')
}

/** The address of a question, in codes alone. */
export function explorerPath(
  releaseId: string,
  tableId: string,
  more: Readonly<Record<string, string>> = {},
): string {
  return `/explorer?${new URLSearchParams({ release: releaseId, table: tableId, ...more })}`
}

/** The address where a table can be asked for that a release does not hold. */
export function askPath(releaseId: string, tableId?: string): string {
  return `/explorer/ask?${new URLSearchParams({ release: releaseId, ...(tableId !== undefined && { table: tableId }) })}`
}
