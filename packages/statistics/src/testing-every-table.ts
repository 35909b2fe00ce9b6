import { everyInterior, givenLayout, protectedShape, withTotals } from './testing.ts'

/**
 * The exhaustive run: every 2 × 3 table with counts 0 to 9 (or to the number given), with its totals. Fails on the first
 * table whose protection the attacker breaks.
 */
const most = Number(process.argv[2] ?? 9)
const layout = givenLayout(2, 3)
const expected = (most + 1) ** 6
let tables = 0
let withheld = 0
let shown = 0
for (const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] of everyInterior(6, most)) {
  const rows = [
    [a, b, c],
    [d, e, f],
  ]
  const { hidden, fault } = protectedShape(layout, withTotals(rows))
  if (fault !== null) throw new Error(`${JSON.stringify(rows)}: ${fault}`)
  tables += 1
  if (hidden === null) withheld += 1
  else shown += layout.positions.length - hidden.size
  if (tables % 100_000 === 0) process.stdout.write(`${tables} of ${expected}\n`)
}
if (tables !== expected) throw new Error(`saw ${tables} tables of ${expected}`)
const share = (100 * shown) / (tables * layout.positions.length)
process.stdout.write(`${tables} tables safe, ${withheld} withheld, ${share.toFixed(1)}% of cells shown\n`)
