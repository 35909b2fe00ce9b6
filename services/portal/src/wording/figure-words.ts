import type { PlainDate, ReleasedFigure, ReleasedValue } from '@cdop/domain'
import { wholePercent } from '@cdop/domain'
import {
  deathsByAgeAndSex,
  deathsByPlace,
  mostFrequentModifiableFactors,
  reportingYearOf,
  reviewsByCategoryAndModifiability,
  reviewsByModifiability,
  totalCode,
} from '@cdop/statistics'
import { factorNames } from './recommendation-words.ts'

/** The words of a released table: what it is, and what its codes mean. */
export type TableWords = Readonly<{
  title: string
  rows: string
  /** Null of a table of one column. */
  columns: string | null
  /** What its shares are of: "% of all reviews". */
  share: string
  rowOf(code: string): string
  columnOf(code: string): string
}>

/** The words of each table a figure can be named of, by its id. Of a code that nobody knows any more the code itself. */
export function figureWords(today: PlainDate): ReadonlyMap<string, TableWords> {
  const year = reportingYearOf(today)
  const codebook = [
    ...factorNames(today).map(([code, label]) => ({ code, label })),
    { code: 'not-in-codebook', label: 'Factor outside the codebook' },
  ]
  const measures = [
    deathsByAgeAndSex(year),
    deathsByPlace(year),
    reviewsByModifiability(year),
    reviewsByCategoryAndModifiability(year),
    mostFrequentModifiableFactors(year, codebook),
  ]
  return new Map(
    measures.map(({ id, title, rows, columns, statistics }) => {
      const words = (margin: typeof rows | typeof columns, code: string) =>
        code === totalCode ? 'Total' : (margin?.codes.find((one) => one.code === code)?.label ?? code)
      return [
        id,
        {
          title,
          rows: rows.title,
          columns: columns?.title ?? null,
          share: statistics.find(({ kind }) => kind === 'percentage')?.label ?? 'share',
          rowOf: (code) => words(rows, code),
          columnOf: (code) => words(columns, code),
        } satisfies TableWords,
      ]
    }),
  )
}

/** "Most frequent modifiable factors: Co-sleeping, % of all reviews". */
export function writtenFigure({ tableId, row, column, statistic }: ReleasedFigure, today: PlainDate): string {
  const words = figureWords(today).get(tableId)
  if (words === undefined) return `Table ${tableId}`
  const cell = words.columns === null ? words.rowOf(row) : `${words.rowOf(row)}, ${words.columnOf(column)}`
  return `${words.title}: ${cell}, ${statistic === 'count' ? 'the count' : words.share}`
}

/** What a release shows of a figure; of one that is hidden never a number. */
export function writtenValue(value: ReleasedValue): string {
  if (value.kind === 'hidden') return 'Hidden: nobody can tell'
  if (value.kind === 'absent') return 'Not in this release'
  return value.of === null
    ? String(value.count)
    : `${value.count} of ${value.of} (${wholePercent(value.count, value.of) ?? 0}%)`
}
