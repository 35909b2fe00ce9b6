import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreementByFactor, type DoubleCodedCase } from './by-factor.ts'

const factors = ['smoking', 'sleeping-place', 'delay']
const panel = (found: string[], notJudged: string[] = []) => ({ found, notJudged })

/** So many cases of one kind. */
function cases(
  count: number,
  first: string[],
  second: string[],
  notJudged: string[] = [],
): DoubleCodedCase[] {
  return Array.from({ length: count }, () => ({
    caseId: '',
    first: panel(first, notJudged),
    second: panel(second),
  }))
}

const numbered = (...groups: DoubleCodedCase[][]) =>
  groups.flat().map((one, at) => ({ ...one, caseId: `case-${at}` }))

describe('disagreement by factor', () => {
  const sixty = numbered(
    cases(20, ['smoking', 'delay'], ['smoking', 'delay']),
    cases(25, [], []),
    cases(10, ['smoking'], []),
    cases(5, [], ['smoking', 'sleeping-place']),
  )
  const found = agreementByFactor(factors, sixty)

  test('puts the factor with the largest share of disagreement first, with counts, shares and intervals', () => {
    expect(found.map(({ factor }) => factor)).toEqual(['smoking', 'sleeping-place', 'delay'])
    expect(found[0]).toMatchObject({
      kind: 'factor-agreement',
      cases: 60,
      both: 20,
      firstAlone: 10,
      secondAlone: 5,
      neither: 25,
      agreed: {
        kind: 'percentage',
        numerator: 45,
        denominator: 60,
        percent: 75,
        interval: { method: 'wilson' },
      },
      foundByBoth: { numerator: 20, denominator: 35 },
      // (.75 - .5 × 25/60 - .5 × 35/60) / .5, since the first found it in 30 of 60 and the second in 25
      kappa: { kind: 'agreement', value: expect.closeTo(0.5, 12) },
    })
  })

  test('tells a rare factor on which they never agree apart from plain agreement', () => {
    expect(found[1]).toMatchObject({
      agreed: { percent: expect.closeTo(91.6667, 3) },
      foundByBoth: { numerator: 0, denominator: 5, percent: 0 },
    })
  })

  test('counts a case for a factor only when both judged it, and says nothing of too few', () => {
    const some = numbered(cases(49, ['delay'], []), cases(11, [], [], ['smoking', 'sleeping-place']))
    const told = agreementByFactor(factors, some)
    expect(told).toEqual([
      expect.objectContaining({ factor: 'delay', cases: 60, firstAlone: 49 }),
      { kind: 'too-few-cases', factor: 'smoking', fewest: 50 },
      { kind: 'too-few-cases', factor: 'sleeping-place', fewest: 50 },
    ])
    expect(agreementByFactor(factors, some, { fewest: 49 })[1]).toMatchObject({ cases: 49 })
  })

  test('refuses a case twice, a factor that is not listed, and one that was found and not judged', () => {
    const [one] = sixty
    if (one === undefined) throw new Error('no case')
    expect(() => agreementByFactor(factors, [one, one])).toThrow(RangeError)
    expect(() => agreementByFactor(['delay'], [one])).toThrow('not on the list')
    expect(() => agreementByFactor(factors, [{ ...one, first: panel(['delay'], ['delay']) }])).toThrow(
      RangeError,
    )
  })
})

test('whatever was coded, each factor stands there once, its counts add up, and disagreement never rises down the table', () => {
  const coded = fc.subarray(factors).map((found) => panel(found))
  fc.assert(
    fc.property(fc.array(fc.tuple(coded, coded), { maxLength: 80 }), (pairs) => {
      const told = agreementByFactor(
        factors,
        pairs.map(([first, second], at) => ({ caseId: `${at}`, first, second })),
        { fewest: 10 },
      )
      expect(told.map(({ factor }) => factor).sort()).toEqual([...factors].sort())
      let before = 1
      for (const one of told) {
        if (one.kind !== 'factor-agreement') continue
        expect(one.both + one.firstAlone + one.secondAlone + one.neither).toBe(pairs.length)
        const share = (one.firstAlone + one.secondAlone) / one.cases
        expect(share).toBeLessThanOrEqual(before)
        before = share
      }
    }),
  )
})
