import { createRequire } from 'node:module'
import { DeathMeasure } from '../measure/measure.ts'
import { ProtectionRule } from '../protection/rule.ts'
import { layoutOf } from '../table/layout.ts'
import { highsSolver, type LoadedHighs } from './highs-solver.ts'
import type { JointTable } from './joint-table.ts'
import type { Solver } from './solver.ts'

/** The package's types describe its CommonJS door, so that is the one used. */
const loadHighs: () => Promise<LoadedHighs> = createRequire(import.meta.url)('highs')

/** HiGHS, for tests. */
export async function givenSolver(): Promise<Solver> {
  return highsSolver(await loadHighs())
}

export const jointRule = ProtectionRule.parse({ joint: true })

/** How many codes each of three fields has, and how many facts carry each combination of them. */
export type Block = Readonly<{ sizes: readonly [number, number, number]; counts: readonly number[] }>

const fields = ['ageBand', 'sex', 'placeOfDeath'] as const

/** The table of a block by one or two of its fields, with its totals. */
export function tableOfBlock(
  block: Block,
  rows: 0 | 1 | 2,
  columns: 0 | 1 | 2 | null,
  given: Partial<JointTable> = {},
): JointTable {
  const margin = (field: 0 | 1 | 2) => ({
    field: fields[field],
    title: fields[field],
    codes: Array.from({ length: block.sizes[field] }, (_, code) => ({ code: `${code}`, label: `${code}` })),
  })
  const measure = DeathMeasure.parse({
    id: `N${10 * rows + (columns ?? 9)}`,
    version: 1,
    title: 'Invented',
    population: 'deaths',
    period: 'Year ending 31 March 2022',
    filters: [{ field: 'diedInYear', anyOf: ['2021-22'] }],
    shape: 'partition',
    rows: margin(rows),
    columns: columns === null ? null : margin(columns),
    statistics: [],
    denominator: 'All',
    notes: [],
  })
  const counts = layoutOf(measure).positions.map(({ row, column }) =>
    block.counts.reduce((sum, count, at) => {
      const codes = codesAt(block, at)
      const fits = (field: 0 | 1 | 2 | null, code: string) =>
        field === null || code === 'total' || `${codes[field]}` === code
      return fits(rows, row) && fits(columns, column) ? sum + count : sum
    }, 0),
  )
  return {
    ...{
      id: measure.id,
      standing: 'fresh',
      measure,
      rule: jointRule,
      counts,
      exact: counts,
      hidden: new Set(),
    },
    ...given,
  }
}

function codesAt(block: Block, at: number): number[] {
  const [, second, third] = block.sizes
  return [Math.floor(at / (second * third)), Math.floor(at / third) % second, at % third]
}

/** Every value each hidden cell of these tables takes in some block of the same facts, by trying every block of so many. */
export function possibleIn(block: Block, tables: readonly JointTable[]): Map<string, Set<number>> {
  const total = block.counts.reduce((sum, count) => sum + count, 0)
  const found = new Map<string, Set<number>>()
  const specs = tables.map((table) => {
    const at = (field: string): 0 | 1 | 2 => (field === fields[0] ? 0 : field === fields[1] ? 1 : 2)
    const { rows, columns } = table.measure
    return { table, rows: at(rows.field), columns: columns === null ? null : at(columns.field) }
  })
  for (const counts of everySplit(total, block.counts.length)) {
    const guess = { ...block, counts }
    const made = specs.map(({ rows, columns }) => tableOfBlock(guess, rows, columns).counts)
    const fits = tables.every(({ counts: shown, hidden }, index) =>
      shown.every((count, at) => hidden.has(at) || made[index]?.[at] === count),
    )
    if (!fits) continue
    for (const [index, { hidden }] of tables.entries()) {
      for (const at of hidden) {
        const key = `${index} ${at}`
        found.set(key, (found.get(key) ?? new Set()).add(made[index]?.[at] ?? -1))
      }
    }
  }
  return found
}

/** Every way to split a number on so many places, in order. */
function* everySplit(total: number, places: number): Generator<number[]> {
  if (places === 1) {
    yield [total]
    return
  }
  for (let first = 0; first <= total; first += 1) {
    for (const rest of everySplit(total - first, places - 1)) yield [first, ...rest]
  }
}

/** Random counts of a block that repeat themselves for a seed: mostly small, some none, some larger. */
export function randomBlock(sizes: Block['sizes'], seed: number): Block {
  let state = (seed * 2_654_435_761 + 1) % 2 ** 32
  const next = () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
  const counts = Array.from({ length: sizes[0] * sizes[1] * sizes[2] }, () => {
    const kind = next()
    return kind < 0.25 ? 0 : kind < 0.6 ? 1 + Math.floor(4 * next()) : 5 + Math.floor(25 * next())
  })
  return { sizes, counts }
}
