import { UnlistedCode } from '../table/tabulate.ts'

/** What two panels said about the same case. */
export type Pair = Readonly<{ first: string; second: string }>

/** How often the first panel said the row's category and the second the column's. */
export type PairTable = Readonly<{
  categories: readonly string[]
  counts: readonly (readonly number[])[]
}>

/** A table as shares of its cases. */
export type PairShares = Readonly<{
  cases: number
  cells: readonly (readonly number[])[]
  first: readonly number[]
  second: readonly number[]
}>

/**
 * Counts pairs of ratings over a list of categories, all of which belong to it whether used or not: chance agreement depends
 * on what could have been said.
 * @throws UnlistedCode for a rating that is not on the list, RangeError for a list of fewer than two or with one twice
 */
export function pairTable(categories: readonly string[], pairs: readonly Pair[]): PairTable {
  const places = new Map(categories.map((category, place) => [category, place]))
  if (places.size !== categories.length) throw new RangeError('a category stands on the list once')
  if (categories.length < 2) throw new RangeError('agreement needs two categories or more')
  const counts = categories.map(() => categories.map(() => 0))
  for (const { first, second } of pairs) {
    const row = counts[requirePlace(places, first)]
    const column = requirePlace(places, second)
    if (row !== undefined) row[column] = (row[column] ?? 0) + 1
  }
  return { categories, counts }
}

/**
 * A table that was counted elsewhere.
 * @throws RangeError unless it is square with whole numbers of 0 or more, and as long as its list
 */
export function countedPairs(
  categories: readonly string[],
  counts: readonly (readonly number[])[],
): PairTable {
  if (categories.length < 2) throw new RangeError('agreement needs two categories or more')
  if (counts.length !== categories.length || counts.some((row) => row.length !== categories.length)) {
    throw new RangeError('a table of pairs has a row and a column for each category')
  }
  if (counts.flat().some((count) => !Number.isInteger(count) || count < 0)) {
    throw new RangeError('a count is a whole number of 0 or more')
  }
  return { categories, counts }
}

/** The table as shares; all 0 when nothing was counted. */
export function sharesOf({ categories, counts }: PairTable): PairShares {
  const cases = sum(counts.flat())
  const cells = counts.map((row) => row.map((count) => (cases === 0 ? 0 : count / cases)))
  return {
    cases,
    cells,
    first: cells.map(sum),
    second: categories.map((_, column) => sum(cells.map((row) => row[column] ?? 0))),
  }
}

/** The sum over all cells of the share times whatever is said of row and column. */
export function overCells(
  cells: readonly (readonly number[])[],
  value: (row: number, column: number) => number,
): number {
  return sum(cells.flatMap((line, row) => line.map((share, column) => share * value(row, column))))
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

export function requirePlace(places: ReadonlyMap<string, number>, category: string): number {
  const place = places.get(category)
  if (place === undefined) throw new UnlistedCode('a rating is not on the list of categories')
  return place
}
