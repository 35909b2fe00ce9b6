import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CodedCase, chooseForDoubleCoding, type DoubleCodingRule } from './double-coding-sample.ts'

const panels = ['leeds', 'york', 'hull']
const rule: DoubleCodingRule = { share: 0.1, fewest: 6, fewestInStratum: 2 }

const caseOf = (caseId: string, stratum = 'neonatal', codedBy = ['leeds']): CodedCase => ({
  caseId,
  stratum,
  codedBy,
})
const many = (count: number, stratum = 'neonatal') =>
  Array.from({ length: count }, (_, at) => caseOf(`${stratum}-${at}`, stratum))

describe('the sample for blind double coding', () => {
  test('takes a tenth, in proportion to the strata, at least two of each', () => {
    const cases = [...many(70, 'neonatal'), ...many(25, 'sudden'), ...many(5, 'suicide')]
    const found = chooseForDoubleCoding(cases, panels, rule, 'a seed')
    expect(found.strata).toEqual([
      { stratum: 'neonatal', cases: 70, inSample: 6, chance: 6 / 70 },
      { stratum: 'sudden', cases: 25, inSample: 2, chance: 2 / 25 },
      { stratum: 'suicide', cases: 5, inSample: 2, chance: 2 / 5 },
    ])
    expect(found.assigned).toHaveLength(10)
    expect(found.assigned.filter(({ panel }) => panel === 'york')).toHaveLength(5)
  })

  test('takes at least so many in all, and never more than there are', () => {
    expect(chooseForDoubleCoding(many(20), panels, rule, 's').assigned).toHaveLength(6)
    expect(chooseForDoubleCoding(many(4), panels, rule, 's').assigned).toHaveLength(4)
    expect(chooseForDoubleCoding([], panels, rule, 's')).toMatchObject({ assigned: [], strata: [] })
    expect(chooseForDoubleCoding(many(30), panels, { ...rule, fewest: 0 }, 's').assigned).toHaveLength(3)
  })

  test('leaves out what nobody coded yet and what no other panel may code, and says how many', () => {
    const cases = [
      ...many(2),
      caseOf('not-yet', 'neonatal', []),
      { ...caseOf('conflict'), mayNotCode: ['york', 'hull'] },
    ]
    const found = chooseForDoubleCoding(cases, panels, rule, 's')
    expect(found).toMatchObject({ notCoded: 1, withoutPanel: 1 })
    expect(found.assigned.map(({ caseId }) => caseId).sort()).toEqual(['neonatal-0', 'neonatal-1'])
  })

  test('assigns nothing more once it is coded, and only what is missing when cases came since', () => {
    const cases = many(40)
    const first = chooseForDoubleCoding(cases, panels, rule, 's')
    const panelOf = new Map(first.assigned.map(({ caseId, panel }) => [caseId, panel]))
    const after = cases.map((one) => {
      const second = panelOf.get(one.caseId)
      return second === undefined ? one : { ...one, codedBy: [...one.codedBy, second] }
    })
    expect(chooseForDoubleCoding(after, panels, rule, 's').assigned).toEqual([])
    const later = chooseForDoubleCoding(
      [...after, ...many(30, 'neonatal-new').map((one) => ({ ...one, stratum: 'neonatal' }))],
      panels,
      rule,
      's',
    )
    expect(later.assigned).toHaveLength(1)
    expect(panelOf.has(later.assigned[0]?.caseId ?? '')).toBe(false)
  })

  test('refuses a case or a panel twice, and a rule that cannot be', () => {
    expect(() => chooseForDoubleCoding([caseOf('a'), caseOf('a')], panels, rule, 's')).toThrow(RangeError)
    expect(() => chooseForDoubleCoding([], ['york', 'york'], rule, 's')).toThrow(RangeError)
    expect(() => chooseForDoubleCoding([], panels, { ...rule, share: 2 }, 's')).toThrow(RangeError)
    expect(() => chooseForDoubleCoding([], panels, { ...rule, fewest: 1.5 }, 's')).toThrow(RangeError)
  })
})

const anyCases = fc
  .array(
    fc.record({
      stratum: fc.constantFrom('a', 'b', 'c'),
      codedBy: fc.subarray(panels),
      mayNotCode: fc.subarray(panels, { maxLength: 1 }),
    }),
    { maxLength: 60 },
  )
  .map((cases) => cases.map((one, at) => ({ ...one, caseId: `case-${at}` })))
const anyRule = fc.record({
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  fewest: fc.nat(20),
  fewestInStratum: fc.nat(5),
})

test('no case goes twice, nor to a panel that coded it or may not, and each stratum has what the rule says', () => {
  fc.assert(
    fc.property(anyCases, anyRule, fc.string(), (cases, someRule, seed) => {
      const { assigned, strata } = chooseForDoubleCoding(cases, panels, someRule, seed)
      expect(new Set(assigned.map(({ caseId }) => caseId)).size).toBe(assigned.length)
      for (const { caseId, panel, stratum } of assigned) {
        const one = cases.find((other) => other.caseId === caseId)
        expect(one?.stratum).toBe(stratum)
        expect(one?.codedBy).not.toContain(panel)
        expect(one?.mayNotCode).not.toContain(panel)
      }
      for (const { cases: size, inSample } of strata) {
        expect(inSample).toBeGreaterThanOrEqual(Math.min(size, someRule.fewestInStratum))
        expect(inSample).toBeLessThanOrEqual(size)
      }
      const total = strata.reduce((sum, { cases: size }) => sum + size, 0)
      const inSample = strata.reduce((sum, one) => sum + one.inSample, 0)
      expect(inSample).toBeGreaterThanOrEqual(Math.min(total, someRule.fewest))
      expect(inSample).toBeGreaterThanOrEqual(Math.floor(someRule.share * total))
    }),
  )
})

test('the same seed gives the same sample in whatever order the cases and panels come', () => {
  fc.assert(
    fc.property(anyCases, anyRule, fc.string(), (cases, someRule, seed) => {
      const found = chooseForDoubleCoding(cases, panels, someRule, seed)
      expect(chooseForDoubleCoding([...cases].reverse(), [...panels].reverse(), someRule, seed)).toEqual(
        found,
      )
    }),
  )
})

test('a case more moves at most one other out of a stratum whose size stays', () => {
  const fixed = { share: 0, fewest: 5, fewestInStratum: 0 }
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 40 }), fc.string(), (count, seed) => {
      const before = chooseForDoubleCoding(many(count), panels, fixed, seed).assigned.map(
        ({ caseId }) => caseId,
      )
      const after = chooseForDoubleCoding([...many(count), caseOf('new')], panels, fixed, seed)
      const came = after.assigned.map(({ caseId }) => caseId).filter((caseId) => !before.includes(caseId))
      expect(came.length).toBeLessThanOrEqual(1)
      for (const caseId of came) expect(caseId).toBe('new')
    }),
  )
})

test('over many seeds every case, every pair of neighbours and every panel comes up as often as chance has it', () => {
  const cases = many(20)
  const seeds = 2_000
  const fixed = { share: 0, fewest: 5, fewestInStratum: 0 }
  const chosen = new Map<string, number>()
  let neighbours = 0
  let york = 0
  for (let seed = 0; seed < seeds; seed += 1) {
    const { assigned } = chooseForDoubleCoding(cases, panels, fixed, `${seed}`)
    const ids = new Set(assigned.map(({ caseId }) => caseId))
    for (const caseId of ids) chosen.set(caseId, (chosen.get(caseId) ?? 0) + 1)
    if (ids.has('neonatal-3') && ids.has('neonatal-4')) neighbours += 1
    if (assigned[0]?.panel === 'york') york += 1
  }
  const near = (count: number, chance: number) =>
    expect(Math.abs(count / seeds - chance)).toBeLessThan(4.5 * Math.sqrt((chance * (1 - chance)) / seeds))
  for (const { caseId } of cases) near(chosen.get(caseId) ?? 0, 5 / 20)
  near(neighbours, (5 / 20) * (4 / 19))
  near(york, 1 / 2)
})
