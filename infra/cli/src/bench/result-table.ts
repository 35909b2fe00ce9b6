import type { BenchResult } from './bench-result.ts'

/** Three significant digits: more would promise what a measurement cannot hold. */
function rounded(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3)
}

/** The results as a table for a terminal: what, value, ceiling and which part of the ceiling was reached. */
export function resultTable(results: readonly BenchResult[], loadBefore: number): string {
  const rows = [
    ['', 'value', 'ceiling', 'reached'],
    ...results.map(({ name, unit, value, ceiling, ratio }) => [
      name,
      `${rounded(value)} ${unit}`,
      `${rounded(ceiling)} ${unit}`,
      `${(ratio * 100).toFixed(0)} %`,
    ]),
  ]
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, column) => Math.max(widest[column] ?? 0, cell.length)),
    [],
  )
  const line = (row: readonly string[]) =>
    row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    )
  const about = results.map(({ name, what }) => `${name}: ${what}.`)
  const load = `Load of the machine before the start: ${loadBefore.toFixed(1)}.`
  return [...rows.map((row) => line(row).join('   ')), '', ...about, load, ''].join('\n')
}

/** The results as one JSON object: name → value, unit, ceiling, ratio and how they came about. */
export function resultJson(results: readonly BenchResult[], loadBefore: number): string {
  const byName = Object.fromEntries(results.map(({ name, ...result }) => [name, { ...result, loadBefore }]))
  return `${JSON.stringify(byName, null, 2)}\n`
}
