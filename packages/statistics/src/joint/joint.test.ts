import { beforeAll, describe, expect, test } from 'vitest'
import { chooseHidden } from '../protection/choose-hidden.ts'
import { ProtectionRule } from '../protection/rule.ts'
import { layoutOf } from '../table/layout.ts'
import { everyInterior } from '../testing.ts'
import { apart } from './component.ts'
import { cubeOf } from './cube.ts'
import { openAttack } from './joint-attack.ts'
import type { JointTable } from './joint-table.ts'
import { marginTree } from './margins.ts'
import { protectJointly } from './protect-jointly.ts'
import type { Solver } from './solver.ts'
import { auditedAgain } from './testing-audit.ts'
import { type Block, givenSolver, jointRule, possibleIn, randomBlock, tableOfBlock } from './testing-joint.ts'

let solver: Solver
beforeAll(async () => {
  solver = await givenSolver()
})

const leftOf = (tables: readonly JointTable[], hidden: readonly (ReadonlySet<number> | null)[]) =>
  tables.flatMap((table, at) => {
    const own = hidden[at]
    return own ? [{ ...table, hidden: own }] : []
  })

describe('tables that hang together', () => {
  test('like a tree are held apart; in a circle they are cut together', () => {
    expect(marginTree([['age', 'sex'], ['place'], []])).toMatchObject({
      cliques: [['age', 'sex'], ['place']],
      isCircular: false,
    })
    expect(
      marginTree([
        ['age', 'sex'],
        ['sex', 'place'],
        ['place', 'month'],
      ]).isCircular,
    ).toBe(false)
    const circle = marginTree([
      ['age', 'sex'],
      ['sex', 'place'],
      ['age', 'place'],
      ['age', 'month'],
    ])
    expect(circle.isCircular).toBe(true)
    expect(circle.cliques).toContainEqual(['age', 'place', 'sex'])
  })

  test('the attacker finds the least and greatest value that trying every block finds, in a circle of three', () => {
    const without = { ...jointRule, threshold: 1_000, hideLoneCategories: false }
    for (let seed = 1; seed <= 6; seed += 1) {
      const counts = randomBlock([2, 2, 2], seed).counts.map((count) => count % 2)
      const block: Block = { sizes: [2, 2, 2], counts }
      const pairs = [tableOfBlock(block, 0, 1), tableOfBlock(block, 1, 2), tableOfBlock(block, 0, 2)]
      const tables = pairs.map((table, index) => ({
        ...table,
        rule: without,
        hidden: new Set(
          table.counts.flatMap((_, at) => ((at * 7 + index * 3 + seed) % 3 === 0 && at < 8 ? [at] : [])),
        ),
      }))
      const cube = cubeOf(tables)
      const { components, renumbered } = apart(cube)
      const hides = (index: number) =>
        (cube.classes[index]?.cells ?? []).every(({ table, at }) => tables[table]?.hidden.has(at))
      const possible = possibleIn(block, tables)
      for (const component of components) {
        const attack = openAttack(cube, component, renumbered, { hides }, solver)
        for (const index of attack.hidden) {
          const [cell] = cube.classes[index]?.cells ?? []
          const values = [...(possible.get(`${cell?.table} ${cell?.at}`) ?? [])]
          // A small count is the reason of everything here but where all that hangs together is none.
          const found = { min: attack.extreme(index, 'least'), max: attack.extreme(index, 'greatest') }
          expect(found.min).toBeGreaterThanOrEqual(Math.min(...values))
          expect(found.max).toBeLessThanOrEqual(Math.max(...values))
          expect(values).toContain(found.min)
          expect(values).toContain(found.max)
        }
        attack.close()
      }
    }
  })
})

describe('two tables of one release', () => {
  /** By age and sex, and by place: 3 deaths in the last age band. */
  const block: Block = {
    sizes: [3, 1, 2],
    counts: [7, 5, 4, 3, 2, 1],
  }

  test('never differ in what they show of the same total', () => {
    const tables = [tableOfBlock(block, 0, null), tableOfBlock(block, 2, null)]
    const { hidden } = protectJointly(tables, solver)
    expect(hidden[0]?.has(2)).toBe(true)
    expect([...(hidden[0] ?? [])].length).toBeGreaterThan(1)
    expect(hidden[0]?.has(3)).toBe(hidden[1]?.has(2))
    expect(auditedAgain(leftOf(tables, hidden), solver)).toEqual([])
  })

  test('that differ by one age band do not tell the band by their difference', () => {
    const bands: Block = { sizes: [4, 1, 1], counts: [12, 9, 3, 30] }
    const whole = tableOfBlock(bands, 0, null)
    const { rows, filters } = whole.measure
    const codes = rows.codes.filter(({ code }) => code !== '2')
    const older: JointTable = {
      ...whole,
      id: 'N99',
      measure: {
        ...whole.measure,
        id: 'N99',
        rows: { ...rows, codes },
        filters: [...filters, { field: 'ageBand', anyOf: ['0', '1', '3'] }],
      } as JointTable['measure'],
      counts: [12, 9, 30, 51],
      exact: [12, 9, 30, 51],
    }
    // By itself each passes: 3 and one more hidden in the first, nothing in the second; the totals differ by 3.
    const alone = chooseHidden(layoutOf(whole.measure), whole.counts, ProtectionRule.parse({}))
    expect(auditedAgain(leftOf([whole, older], [alone, new Set()]), solver)).not.toEqual([])
    const { hidden } = protectJointly([whole, older], solver)
    const shownTotals = [hidden[0]?.has(4), hidden[1]?.has(3)]
    expect(shownTotals).not.toEqual([false, false])
    expect(auditedAgain(leftOf([whole, older], hidden), solver)).toEqual([])
  })

  test('the row {A 12, B 3, C 7, total 22} hides B and one more, and keeps its total', () => {
    const row = tableOfBlock({ sizes: [3, 1, 1], counts: [12, 3, 7] }, 0, null)
    const { hidden, audit } = protectJointly([row], solver)
    expect(hidden[0]?.has(1)).toBe(true)
    expect(hidden[0]?.size).toBe(2)
    expect(hidden[0]?.has(3)).toBe(false)
    expect(audit).toMatchObject({ cells: 4, shownCells: 2 })
  })

  test('the row {A 0, B 0, C 22} shows no zeros, for all 22 stand in one category', () => {
    const row = tableOfBlock({ sizes: [3, 1, 1], counts: [0, 0, 22] }, 0, null)
    expect(protectJointly([row], solver).hidden[0]).toEqual(new Set([0, 1, 2]))
    const open = { ...jointRule, hideLoneCategories: false }
    expect(protectJointly([{ ...row, rule: open }], solver).hidden[0]).toEqual(new Set())
  })
})

describe('a table beside what was released before', () => {
  const bands: Block = { sizes: [3, 1, 3], counts: [6, 6, 0, 2, 0, 1, 5, 3, 17] }

  test('hides a total that was hidden then, wherever it stands now', () => {
    const first = tableOfBlock(bands, 0, null)
    const released: JointTable = { ...first, id: 'before', standing: 'released', hidden: new Set([1, 3]) }
    const now = tableOfBlock(bands, 2, null)
    const { hidden } = protectJointly([now, released], solver)
    expect(hidden[0] === null || hidden[0]?.has(3)).toBe(true)
  })

  test('is withheld when what is out would tell with it what was hidden, and nothing it could hide helps', () => {
    // What was released hides 3 and 7 beside each other; the new table would show the 7 as a row of its own.
    const before = tableOfBlock({ sizes: [3, 1, 1], counts: [12, 3, 7] }, 0, null)
    const released: JointTable = { ...before, standing: 'released', hidden: new Set([1, 2]) }
    const again: JointTable = { ...before, id: 'again' }
    const { hidden, exposedBefore } = protectJointly([again, released], solver)
    expect(exposedBefore).toBe(0)
    expect(hidden[0] === null || (hidden[0]?.has(1) && hidden[0]?.has(2))).toBe(true)
  })

  test('is not made to answer for what was given away before', () => {
    const before = tableOfBlock({ sizes: [3, 1, 1], counts: [12, 3, 7] }, 0, null)
    const bare: JointTable = { ...before, standing: 'released', hidden: new Set([1]) }
    const { exposedBefore, audit } = protectJointly([bare], solver)
    expect(exposedBefore).toBe(1)
    expect(audit.cells).toBe(0)
  })

  test('that lags behind the facts is linked within its tolerance, not as if it were true today', () => {
    const facts: Block = { sizes: [3, 1, 1], counts: [14, 9, 8] }
    const today = tableOfBlock(facts, 0, null)
    const lagging: JointTable = {
      ...today,
      id: 'lagging',
      standing: 'released',
      counts: [12, 9, 8, 29],
    }
    const { hidden, exposedBefore } = protectJointly([today, lagging], solver)
    expect(hidden[0]).toEqual(new Set())
    expect(exposedBefore).toBe(0)
  })
})

describe('linked tables in three dimensions', { timeout: 120_000 }, () => {
  test('a sample of random ones: the attacker, asked again from nothing, narrows no hidden cell', () => {
    let shown = 0
    let cells = 0
    for (let seed = 1; seed <= 5; seed += 1) {
      const block = randomBlock([3, 2, 2], seed)
      const tables = [tableOfBlock(block, 0, 1), tableOfBlock(block, 1, 2), tableOfBlock(block, 0, 2)]
      const { hidden, audit } = protectJointly(tables, solver)
      const left = leftOf(tables, hidden)
      expect(auditedAgain(left, solver), `seed ${seed}`).toEqual([])
      for (const table of left) {
        for (const [at, count] of table.counts.entries()) {
          if (count > 0 && count < 5) expect(table.hidden.has(at)).toBe(true)
        }
      }
      shown += audit.shownCells
      cells += tables.reduce((sum, { counts }) => sum + counts.length, 0)
    }
    expect(shown / cells).toBeGreaterThan(0.1)
  })

  test('with nothing hidden but small counts, the attacker finds them', () => {
    const narrowed = [1, 2, 3, 4, 5, 6].filter((seed) => {
      const block = randomBlock([3, 2, 2], seed)
      const pairs = [tableOfBlock(block, 0, 1), tableOfBlock(block, 1, 2), tableOfBlock(block, 0, 2)]
      const small = pairs.map(
        ({ counts }) => new Set(counts.flatMap((count, at) => (count > 0 && count < 5 ? [at] : []))),
      )
      return auditedAgain(leftOf(pairs, small), solver).length > 0
    })
    expect(narrowed.length).toBeGreaterThan(2)
  })

  test('2 by 3 tables beside both their margins: a seeded sample of counts 0 to 9', () => {
    let at = 0
    let tried = 0
    for (const counts of everyInterior(6, 9)) {
      at += 1
      if (at % 120_011 !== 0) continue
      tried += 1
      const block: Block = { sizes: [2, 3, 1], counts }
      const tables = [tableOfBlock(block, 0, 1), tableOfBlock(block, 0, null), tableOfBlock(block, 1, null)]
      const { hidden } = protectJointly(tables, solver)
      expect(auditedAgain(leftOf(tables, hidden), solver), JSON.stringify(counts)).toEqual([])
    }
    expect(tried).toBe(8)
  })
})

test('what a table publishes by itself is not changed by tables it has nothing to do with', () => {
  const row = tableOfBlock({ sizes: [3, 1, 1], counts: [12, 3, 7] }, 0, null)
  const { hidden } = protectJointly([row], solver)
  const other: JointTable = {
    ...tableOfBlock({ sizes: [3, 1, 1], counts: [8, 9, 10] }, 0, null),
    id: 'other year',
  }
  const elsewhere = {
    ...other.measure,
    filters: [{ field: 'diedInYear', anyOf: ['2019-20'] }],
  } as JointTable['measure']
  const both = protectJointly([row, { ...other, measure: elsewhere }], solver)
  expect(both.hidden[0]).toEqual(hidden[0])
  expect(layoutOf(row.measure).positions).toHaveLength(4)
})
