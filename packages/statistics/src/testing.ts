import { attack } from './protection/attack.ts'
import { chooseHidden } from './protection/choose-hidden.ts'
import { ProtectionRule } from './protection/rule.ts'
import { secondGuess } from './protection/second-guess.ts'
import { holds, size } from './protection/value-set.ts'
import { judge } from './protection/verdict.ts'
import { viewOf } from './protection/view.ts'
import { type Layout, layout } from './table/layout.ts'

/** A partition with so many rows and columns (0 columns: one-way), for tests. */
export function givenLayout(rows: number, columns: number): Layout {
  return layout('partition', coded('row', rows), coded('column', columns))
}

/** All cells of a table in layout order from its interior, totals worked out. One-way: one number per row. */
export function withTotals(rows: readonly (readonly number[])[], isOneWay = false): number[] {
  const grid = rows.map((row) => (isOneWay ? [...row] : [...row, sum(row)]))
  const totals = (grid[0] ?? []).map((_, column) => sum(grid.map((row) => row[column] ?? 0)))
  return [...grid, totals].flat()
}

/** Every interior of a table with so many cells and counts from 0 to `most`, one after another. */
export function* everyInterior(cells: number, most: number): Generator<number[]> {
  const counts = new Array<number>(cells).fill(0)
  for (;;) {
    yield counts.slice()
    let at = 0
    while (at < cells && counts[at] === most) counts[at++] = 0
    if (at === cells) return
    counts[at] = (counts[at] ?? 0) + 1
  }
}

/**
 * Protects a bare partition and asks the attacker again. Returns what went wrong, or the shown cells (none when the
 * table is withheld).
 */
export function protectedShape(found: Layout, counts: readonly number[], settings = {}): ProtectedShape {
  const rule = ProtectionRule.parse(settings)
  const hidden = chooseHidden(found, counts, rule)
  if (hidden === null || hidden.size === counts.length) return { hidden: null, fault: null }
  const view = viewOf(found, counts, hidden, rule)
  const verdict = judge(view, counts)
  if (verdict !== null) return { hidden, fault: verdict.weakness }
  const findings = attack(view)
  const guesses = secondGuess(view, findings)
  const narrowed = findings.hidden.some((cell) => {
    const values = guesses.valuesOf(cell)
    return size(values) < rule.minimumFeasible || !holds(values, counts[cell] ?? 0)
  })
  const bare = counts.some((count, at) => count > 0 && count < rule.threshold && !hidden.has(at))
  return { hidden, fault: narrowed ? 'narrowed' : bare ? 'small count shown' : null }
}

export type ProtectedShape = Readonly<{ hidden: ReadonlySet<number> | null; fault: string | null }>

function coded(word: string, length: number): string[] {
  return Array.from({ length }, (_, at) => `${word}-${at + 1}`)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
