import { createRequire } from 'node:module'
import fc from 'fast-check'
import type highsModule from 'highs'
import { describe, expect, test } from 'vitest'
import { type Layout, layout } from '../table/layout.ts'
import { everyInterior, givenLayout, withTotals } from '../testing.ts'
import { attack } from './attack.ts'
import { groupsOf } from './attack-partition.ts'
import { chooseHidden } from './choose-hidden.ts'
import { networkOf } from './network.ts'
import { ProtectionRule } from './rule.ts'
import { secondGuess } from './second-guess.ts'
import { holds, type ValueSet } from './value-set.ts'
import { type PublicView, viewOf } from './view.ts'

const rule = ProtectionRule.parse({})

/** The package's types describe its CommonJS door, so that is the one used. */
const loadHighs: typeof highsModule.default = createRequire(import.meta.url)('highs')

/** Whether the rule explains a table's hidden cells, written as the rule is worded and not as the attacker computes. */
function isExplained(view: PublicView, counts: readonly number[]): boolean {
  const groups = groupsOf(networkOf(view.layout), view.shown)
  const isHidden = (at: number) => view.shown[at] === null
  const explained = new Set<number | undefined>()
  counts.forEach((count, at) => {
    if (isHidden(at) && count >= 1 && count < view.rule.threshold) explained.add(groups[at])
  })
  for (const { parts } of view.layout.lines) {
    const lone = parts.filter((part) => (counts[part] ?? 0) > 0)
    if (parts.length > 1 && parts.every(isHidden) && lone.length === 1) explained.add(groups[parts[0] ?? -1])
  }
  return counts.every((_, at) => !isHidden(at) || explained.has(groups[at]))
}

/** What enumeration of every table up to the grand total leaves possible for each hidden cell. */
function enumerated(view: PublicView, rows: number, columns: number): Map<number, Set<number>> {
  const possible = new Map<number, Set<number>>()
  const most = view.shown.at(-1) ?? 0
  for (const interior of everyInterior(rows * Math.max(1, columns), most)) {
    const width = Math.max(1, columns)
    const grid = Array.from({ length: rows }, (_, row) => interior.slice(row * width, (row + 1) * width))
    const counts = withTotals(grid, columns === 0)
    if (counts.some((count, at) => view.shown[at] !== null && view.shown[at] !== count)) continue
    if (!isExplained(view, counts)) continue
    counts.forEach((count, at) => {
      if (view.shown[at] === null) possible.set(at, (possible.get(at) ?? new Set()).add(count))
    })
  }
  return possible
}

function listed(values: ValueSet): number[] {
  return values.flatMap(({ min, max }) =>
    Array.from({ length: (max ?? Number.NaN) - min + 1 }, (_, at) => min + at),
  )
}

describe('the attacker is exact', { timeout: 120_000 }, () => {
  test.each([
    [2, 2, 9],
    [4, 0, 9],
    [2, 3, 4],
  ])('on %i by %i tables it leaves exactly the values that enumeration leaves', (rows, columns, most) => {
    const found = givenLayout(rows, columns)
    const cells = rows * Math.max(1, columns)
    fc.assert(
      fc.property(
        fc.array(fc.nat(3), { minLength: cells, maxLength: cells }),
        fc.array(fc.boolean(), { minLength: found.positions.length, maxLength: found.positions.length }),
        (interior, isHidden) => {
          const width = Math.max(1, columns)
          const grid = Array.from({ length: rows }, (_, row) =>
            interior.slice(row * width, (row + 1) * width),
          )
          const counts = withTotals(grid, columns === 0)
          fc.pre((counts.at(-1) ?? 0) <= most)
          const hidden = new Set(isHidden.flatMap((hide, at) => (hide && at < counts.length - 1 ? [at] : [])))
          const view = viewOf(found, counts, hidden, ProtectionRule.parse({ threshold: 4 }))
          const findings = attack(view)
          const possible = enumerated(view, rows, columns)
          for (const cell of findings.hidden) {
            expect(listed(findings.valuesOf(cell))).toEqual(
              [...(possible.get(cell) ?? [])].sort((a, b) => a - b),
            )
          }
        },
      ),
      { numRuns: columns === 3 ? 40 : 80, seed: 2024 },
    )
  })

  test('on larger tables integer programming finds the same least and greatest values', async () => {
    const highs = await loadHighs()
    const found = givenLayout(4, 3)
    const counts = withTotals([
      [12, 3, 0],
      [2, 9, 21],
      [7, 1, 14],
      [30, 0, 4],
    ])
    const hidden = chooseHidden(found, counts, rule)
    if (hidden === null) throw new Error('the table should be protectable')
    const view = viewOf(found, counts, hidden, rule)
    const findings = attack(view)
    expect(findings.hidden.length).toBeGreaterThan(4)
    for (const cell of findings.hidden) {
      const values = findings.valuesOf(cell)
      for (const [sense, expected] of [
        ['Minimize', values.at(0)?.min],
        ['Maximize', values.at(-1)?.max],
      ] as const) {
        const solved = highs.solve(integerProgramme(found, view, cell, sense))
        expect(solved.Status).toBe('Optimal')
        expect(Math.round(solved.ObjectiveValue)).toBe(expected)
      }
    }
  })
})

/** The attacker's question as an integer programme: which group member is small, or which hidden line has a lone category. */
function integerProgramme(found: Layout, view: PublicView, cell: number, sense: string): string {
  const big = 1000
  const groups = groupsOf(networkOf(found), view.shown)
  const rows = found.lines.map(
    ({ total, parts }) => `${parts.map((at) => `y${at}`).join(' + ')} - y${total} = 0`,
  )
  const chosen = new Map<number | undefined, string[]>()
  const binaries: string[] = []
  const reason = (group: number | undefined) => {
    const name = `x${binaries.length}`
    binaries.push(name)
    chosen.set(group, [...(chosen.get(group) ?? []), name])
    return name
  }
  view.shown.forEach((count, at) => {
    if (count !== null) {
      rows.push(`y${at} = ${count}`)
      return
    }
    const name = reason(groups[at])
    rows.push(`y${at} - ${name} >= 0`, `y${at} + ${big} ${name} <= ${big + view.rule.threshold - 1}`)
  })
  for (const { parts } of found.lines) {
    if (parts.some((at) => view.shown[at] !== null)) continue
    for (const lone of parts) {
      const name = reason(groups[lone])
      rows.push(`y${lone} - ${name} >= 0`)
      for (const at of parts) if (at !== lone) rows.push(`y${at} + ${big} ${name} <= ${big}`)
    }
  }
  for (const names of chosen.values()) rows.push(`${names.join(' + ')} >= 1`)
  const numbered = rows.map((row, at) => ` c${at}: ${row}`).join('\n')
  const whole = view.shown.map((_, at) => `y${at}`).join(' ')
  return `${sense}\n obj: y${cell}\nSubject To\n${numbered}\nGeneral\n ${whole}\nBinary\n ${binaries.join(' ')}\nEnd\n`
}

describe('what only primary suppression would give away', () => {
  const one = givenLayout(3, 0)

  test('a single hidden cell under a shown total is known exactly', () => {
    const view = viewOf(one, [12, 3, 7, 22], new Set([1]), rule)
    expect(attack(view).valuesOf(1)).toEqual([{ min: 3, max: 3 }])
  })

  test('the rule itself narrows: two cells that share 10 cannot be 5 and 5, for then neither would be hidden', () => {
    const view = viewOf(one, [12, 3, 7, 22], new Set([1, 2]), rule)
    expect(attack(view).valuesOf(1)).toEqual([
      { min: 1, max: 4 },
      { min: 6, max: 9 },
    ])
  })

  test('numbers that no table has are recognised', () => {
    const shown = [5, 6, 7, 22]
    expect(attack({ layout: one, shown: [null, 25, 7, 22], rule }).valuesOf(0)).toEqual([])
    expect(attack({ layout: one, shown, rule }).hidden).toEqual([])
  })
})

describe('the promise of a value on each side of the truth gives nothing away', () => {
  test('two cells that share 2 would have to be 1 and 1, so a third cell is hidden', () => {
    const four = givenLayout(4, 0)
    const view = viewOf(four, [5, 1, 1, 0, 7], new Set([1, 2]), rule)
    const findings = attack(view)
    expect(listed(findings.valuesOf(1))).toEqual([0, 1, 2])
    expect(listed(secondGuess(view, findings).valuesOf(1))).toEqual([1])
    const hidden = chooseHidden(four, [5, 1, 1, 0, 7], rule)
    expect(hidden?.size).toBeGreaterThan(2)
  })
})

describe('rows that do not add up', () => {
  test('a hidden factor may be rare or nearly in every review', () => {
    const factors = layout('overlapping', ['a', 'b'], [])
    const values = attack({ layout: factors, shown: [null, 20, 60], rule }).valuesOf(0)
    expect(listed(values)).toEqual([1, 2, 3, 4, 56, 57, 58, 59, 60])
    expect(holds(values, 5)).toBe(false)
  })

  test('a hidden year may be 1 to 4', () => {
    const years = layout('series', ['a', 'b'], [])
    expect(attack({ layout: years, shown: [null, 20], rule }).valuesOf(0)).toEqual([{ min: 1, max: 4 }])
  })
})
