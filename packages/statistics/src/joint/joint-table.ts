import type { Measure } from '../measure/measure.ts'
import type { ProtectionRule } from '../protection/rule.ts'
import type { Layout, Position } from '../table/layout.ts'

/**
 * A table among all that a reader can set side by side. `fresh` ones are about to leave for the first time and may hide more;
 * `revised` ones are held to an earlier release and may be withheld, not changed; `released` ones are out already.
 */
export type JointTable = Readonly<{
  /** Tells it from every other, those of other periods included. */
  id: string
  standing: 'fresh' | 'revised' | 'released'
  measure: Measure
  rule: ProtectionRule
  /** The count behind each cell as it is published or hidden, in layout order. */
  counts: readonly number[]
  /** The same cells counted from what is known now; a released table may lag behind. */
  exact: readonly number[]
  hidden: ReadonlySet<number>
}>

/** Which facts a cell counts: those of these years that carry one of the codes of every field named. */
export type CellMeaning = Readonly<{
  years: readonly string[]
  where: ReadonlyMap<string, readonly string[]>
}>

/** The fields under which a fact may carry several codes: they cut a population into no parts. */
const severalCodes: ReadonlySet<string> = new Set(['modifiableFactorCodes'])

/** The reporting year of a population's facts. */
export function yearField({ population }: Measure): string {
  return population === 'deaths' ? 'diedInYear' : 'reviewedInYear'
}

/** A filter on a field of several codes is a cut of its own: in it or not. */
export function filterField({ field, anyOf }: Measure['filters'][number]): string {
  return severalCodes.has(field) ? `${field}:${[...anyOf].sort().join('|')}` : field
}

/** The years a table is of, when its rows are not years themselves. */
function filteredYears(measure: Measure): readonly string[] {
  const found = measure.filters.find(({ field }) => field === yearField(measure))
  return found === undefined ? ['every-year'] : found.anyOf
}

/** What a cell counts; of an overlapping table only its total, for its rows cut into no parts. */
export function meaningOf(measure: Measure, { row, column }: Position): CellMeaning {
  const where = new Map<string, readonly string[]>()
  let years = filteredYears(measure)
  for (const filter of measure.filters) {
    if (filter.field === yearField(measure)) continue
    where.set(filterField(filter), severalCodes.has(filter.field) ? ['in'] : filter.anyOf)
  }
  for (const [margin, code] of [
    [measure.rows, row],
    [measure.columns, column],
  ] as const) {
    if (margin === null || code === 'total') continue
    if (margin.field === yearField(measure)) years = [code]
    else if (!severalCodes.has(margin.field)) where.set(margin.field, [code])
  }
  return { years, where }
}

/** The fields that cut a table's population into parts, its year aside. */
export function cutBy(measure: Measure): string[] {
  const margins = [measure.rows, ...(measure.columns === null ? [] : [measure.columns])].map(
    ({ field }) => field,
  )
  const filtered = measure.filters.map((filter) => [filter.field, filterField(filter)] as const)
  const fields = [
    ...margins.filter((field) => !severalCodes.has(field)),
    ...filtered.map(([, field]) => field),
  ]
  return [...new Set(fields)].filter((field) => field !== yearField(measure))
}

/** Whether a cell is a row of a table whose rows overlap, and so counts no part of the population by itself. */
export function isOverlappingRow(layout: Layout, at: number): boolean {
  return layout.shape === 'overlapping' && at < layout.positions.length - 1
}
