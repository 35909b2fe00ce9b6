import { type Code, type Statistic, totalCode } from '../measure/measure.ts'
import type { PublishedTable } from '../protection/published-table.ts'
import { ReportingYearCode } from '../reporting-year/reporting-year.ts'
import type { FigureOfTable, TableDescription } from './answer.ts'
import { readingOrder } from './reading-order.ts'

const count: FigureOfTable = { code: 'number', label: 'Number', kind: 'number', places: 0 }

/** The figures each cell of a table has: the count first, then its statistics in their order. */
function figuresOf(statistics: readonly Statistic[]): FigureOfTable[] {
  const times = new Map<string, number>()
  return [
    count,
    ...statistics.map(({ kind, label }) => {
      const nth = (times.get(kind) ?? 0) + 1
      times.set(kind, nth)
      return { code: nth === 1 ? kind : `${kind}-${nth}`, label, kind, places: 1 }
    }),
  ]
}

const yearFields: readonly string[] = ['diedInYear', 'reviewedInYear']

/** The reporting years a table is of, oldest first. */
export function yearsOf({
  filters,
}: Readonly<{ filters: readonly Readonly<{ field: string; anyOf: readonly string[] }>[] }>): string[] {
  const codes = filters.flatMap(({ field, anyOf }) => (yearFields.includes(field) ? anyOf : []))
  return codes.filter((code) => ReportingYearCode.safeParse(code).success).toSorted()
}

/** What may be said of a published table before any figure of it. */
export function describeTable(tableId: string, table: PublishedTable): TableDescription {
  const { measure, populationName, rule } = table
  const { rows, columns } = measure
  const total: Code = { code: totalCode, label: 'Total' }
  return {
    tableId,
    version: measure.version,
    title: measure.title,
    period: measure.period,
    years: yearsOf(measure),
    population: measure.population,
    populationName,
    shape: measure.shape,
    rows: { field: rows.field, title: rows.title, lines: readingOrder(table) },
    columns: columns && { field: columns.field, title: columns.title, lines: [...columns.codes, total] },
    figures: figuresOf(measure.statistics),
    denominator: measure.denominator,
    denominators: rows.codes.flatMap(({ code }) => denominatorOf(table, code)),
    notes: measure.notes,
    threshold: rule.threshold,
    minimumDenominator: rule.minimumDenominator,
  }
}

/** Tables of years side by side count by the year of their row. */
export function rowsAreYears({ rows }: Pick<TableDescription, 'rows'>): boolean {
  return yearFields.includes(rows.field)
}

function denominatorOf({ cells }: PublishedTable, row: string): TableDescription['denominators'] {
  for (const { statistics } of cells.filter((cell) => cell.row === row)) {
    for (const statistic of statistics) {
      if (statistic.kind !== 'shown') continue
      const { result } = statistic
      if (result.kind === 'rate' || result.kind === 'no-rate') return [{ row, ...result.denominator }]
    }
  }
  return []
}
