import {
  markers,
  type PublishedCell,
  type PublishedStatistic,
  type PublishedTable,
  readingOrder,
  type Statistic,
  totalCode,
} from '@cdop/statistics'
import type { FigureCell, FigureTable } from './figure-table.ts'
import { statisticTitle, writtenCount, writtenResult } from './written-statistic.ts'

/** A protected table as it is read: what is hidden is [c] here as in every file. */
export function publishedFigure(table: PublishedTable, denominators: readonly string[]): FigureTable {
  const { measure, populationName } = table
  const { columns, statistics } = measure
  const codes = [...(columns?.codes ?? []), { code: totalCode, label: columns === null ? 'Number' : 'Total' }]
  const rows = readingOrder(table).map(({ code, label }) => ({
    label,
    cells: codes.map((column): FigureCell => {
      const cell = table.cells.find((found) => found.row === code && found.column === column.code)
      if (cell === undefined) throw new RangeError('a published table has every cell of its measure')
      return writtenCell(cell, statistics)
    }),
  }))
  // Most factors of the codebook are in no review of a year; their zeros are public and named below the table.
  const isNone = ({ cells }: { cells: readonly FigureCell[] }) =>
    measure.shape === 'overlapping' && cells.every(({ count }) => count === '0')
  return {
    id: measure.id,
    title: measure.title,
    period: measure.period,
    populationName,
    denominator: measure.denominator,
    denominators,
    notes: measure.notes,
    rowTitle: measure.rows.title,
    columns: codes.map(({ label }) => label),
    statistics: statistics.map(statisticTitle),
    rows: rows.filter((row) => !isNone(row)),
    none: rows.filter(isNone).map(({ label }) => label),
  }
}

function writtenCell({ count, statistics }: PublishedCell, wanted: readonly Statistic[]): FigureCell {
  return {
    count: count.kind === 'shown' ? writtenCount(count.value) : markers.confidential,
    statistics: wanted.map(({ label }) => {
      const found = statistics.find((statistic) => statistic.label === label)
      return found === undefined ? null : writtenStatistic(found)
    }),
  }
}

function writtenStatistic(statistic: PublishedStatistic): string {
  switch (statistic.kind) {
    case 'hidden':
      return markers.confidential
    case 'denominator-too-small':
      return markers.notAvailable
    case 'shown':
      return writtenResult(statistic.result)
  }
}
