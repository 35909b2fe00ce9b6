import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { marginalHomogeneity } from './marginal-homogeneity.ts'
import { countedPairs, type PairTable } from './pair-table.ts'
import { agreementOfTwoPanels } from './two-panels.ts'

const twoByTwo = (a: number, b: number, c: number, d: number): PairTable =>
  countedPairs(
    ['yes', 'no'],
    [
      [a, b],
      [c, d],
    ],
  )

const figureOf = (found: { kind: string; value?: number }): number => found.value ?? Number.NaN

describe('the paradox can be seen (Feinstein and Cicchetti 1990)', () => {
  const even = agreementOfTwoPanels(twoByTwo(40, 9, 6, 45))
  const uneven = agreementOfTwoPanels(twoByTwo(80, 10, 5, 5))

  test('both tables agree on 85 of 100, and kappa is .70 and .32', () => {
    expect(
      [even, uneven].map(({ agreed }) => (agreed.kind === 'percentage' ? agreed.percent : null)),
    ).toEqual([85, 85])
    expect(figureOf(even.kappa).toFixed(2)).toBe('0.70')
    expect(figureOf(uneven.kappa).toFixed(2)).toBe('0.32')
  })

  test('prevalence tells why, and AC1 and what kappa would be if balanced do not fall', () => {
    expect(even.balance).toMatchObject({
      prevalence: expect.closeTo(-0.05, 12),
      bias: expect.closeTo(0.03, 12),
      kappaIfBalanced: expect.closeTo(0.7, 12),
    })
    expect(uneven.balance).toMatchObject({
      prevalence: expect.closeTo(0.75, 12),
      bias: expect.closeTo(0.05, 12),
      kappaIfBalanced: expect.closeTo(0.7, 12),
    })
    // (.85 - 2 × .875 × .125) / (1 - 2 × .875 × .125)
    expect(figureOf(uneven.ac1)).toBeCloseTo(0.63125 / 0.78125, 12)
  })

  test('agreement on the rare answer is told apart from that on the common one: 160 of 175, and 10 of 25', () => {
    expect(uneven.uses.map(({ agreement }) => agreement)).toEqual([160 / 175, 10 / 25])
  })
})

const counts = fc.nat(60)

test('kappa follows from prevalence, bias and what it would be if balanced (Byrt, Bishop and Carlin 1993)', () => {
  fc.assert(
    fc.property(counts, counts, counts, counts, (a, b, c, d) => {
      const { kappa, balance } = agreementOfTwoPanels(twoByTwo(a, b, c, d))
      if (kappa.kind !== 'agreement' || balance.kind !== 'two-categories') return
      const { prevalence, bias, kappaIfBalanced } = balance
      const pulled = prevalence ** 2 - bias ** 2
      expect(kappa.value).toBeCloseTo((kappaIfBalanced - pulled) / (1 - pulled), 9)
    }),
  )
})

test('the greatest kappa of Cohen 1960 is .831', () => {
  const table = countedPairs(
    ['a', 'b', 'c'],
    [
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ],
  )
  expect(agreementOfTwoPanels(table).greatestKappa).toBeCloseTo(0.49 / 0.59, 12)
  expect(agreementOfTwoPanels(table).greatestKappa?.toFixed(3)).toBe('0.831')
})

test('weights give two more figures, and an empty table gives reasons instead of figures', () => {
  const table = twoByTwo(40, 9, 6, 45)
  expect(agreementOfTwoPanels(table, { weighting: 'linear' }).weighted?.kappa.kind).toBe('agreement')
  expect(agreementOfTwoPanels(table).weighted).toBeNull()
  expect(agreementOfTwoPanels(twoByTwo(0, 0, 0, 0))).toMatchObject({
    cases: 0,
    agreed: { kind: 'no-percentage' },
    kappa: { kind: 'no-agreement' },
    ac1: { kind: 'no-agreement' },
    balance: { kind: 'no-cases' },
    greatestKappa: null,
    homogeneity: { kind: 'no-disagreement' },
    uses: [{ agreement: null }, { agreement: null }],
  })
})

describe('whether two panels use the categories equally often', () => {
  const threeByThree = (rows: number[][]) => marginalHomogeneity(countedPairs(['a', 'b', 'c'], rows))

  test('agrees with Fleiss, Levin and Paik 2003: 14.00 with 2 degrees of freedom', () => {
    const found = threeByThree([
      [35, 5, 0],
      [15, 20, 5],
      [10, 5, 5],
    ])
    expect(found).toMatchObject({ statistic: expect.closeTo(14, 10), degrees: 2, differs: true })
  })

  test('and with what R’s nonpar prints for its own example', () => {
    const found = threeByThree([
      [12, 7, 3],
      [30, 70, 20],
      [13, 34, 32],
    ])
    expect(found).toMatchObject({ statistic: expect.closeTo(23.5709322524609, 10), degrees: 2 })
  })

  test('of two categories it is McNemar’s', () => {
    fc.assert(
      fc.property(counts, counts, counts, counts, (a, b, c, d) => {
        const found = marginalHomogeneity(twoByTwo(a, b, c, d))
        if (b + c === 0) expect(found).toEqual({ kind: 'no-disagreement' })
        else expect(found).toMatchObject({ statistic: expect.closeTo((b - c) ** 2 / (b + c), 9), degrees: 1 })
      }),
    )
  })

  test('of categories that fall into two groups it is the sum of both', () => {
    const found = marginalHomogeneity(
      countedPairs(
        ['a', 'b', 'c', 'd'],
        [
          [9, 8, 0, 0],
          [2, 9, 0, 0],
          [0, 0, 9, 1],
          [0, 0, 6, 9],
        ],
      ),
    )
    expect(found).toMatchObject({ statistic: expect.closeTo(36 / 10 + 25 / 7, 10), degrees: 2 })
  })

  test('and it is the same in whatever order the categories stand', () => {
    const rows = fc.array(fc.array(counts, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(rows, (table) => {
        const found = threeByThree(table)
        const turned = threeByThree([...table].reverse().map((row) => [...row].reverse()))
        expect(turned.kind).toBe(found.kind)
        if (found.kind !== 'compared' || turned.kind !== 'compared') return
        expect(turned.statistic).toBeCloseTo(found.statistic, 6)
        expect(turned.degrees).toBe(found.degrees)
      }),
    )
  })
})
