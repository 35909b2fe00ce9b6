import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PanelAgency } from '../actor/role.ts'
import { PersonId } from '../id/id.ts'
import { PlainDate } from '../plain-date/plain-date.ts'
import { PanelMeetingKind } from './panel-meeting-kind.ts'
import { quorumFor } from './quorum.ts'
import { QuorumRule, quorumRuleInForce, usualQuorum } from './quorum-rule.ts'

const person = (n: number) => PersonId.parse(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`)
const present = (...agencies: PanelAgency[]) => ({
  present: agencies.map((agency, n) => ({ personId: person(n + 1), agency })),
  members: null,
})
const nobody: ReadonlySet<PersonId> = new Set()
const { standard, neonatal } = usualQuorum

describe('quorum of a panel for one case', () => {
  const seven = present('public-health', 'health', 'health', 'police', 'social-care', 'education', 'lay')

  test('seven present with every required agency are quorate', () => {
    expect(quorumFor(standard, seven, nobody)).toEqual({ quorate: true, counted: 7, more: 0, missing: [] })
  })

  test('with the police member conflicted that item is not quorate, although the meeting is', () => {
    const police = new Set([person(4)])
    expect(quorumFor(standard, seven, police)).toEqual({
      quorate: false,
      counted: 6,
      more: 0,
      missing: [['police']],
    })
  })

  test('one of two from the same agency may be conflicted', () => {
    expect(quorumFor(standard, seven, new Set([person(2)]))).toMatchObject({ quorate: true, counted: 6 })
  })

  test('four are one too few, whoever they are; five with all four agencies are enough', () => {
    const four = ['public-health', 'health', 'police', 'social-care'] as const
    expect(quorumFor(standard, present(...four), nobody)).toMatchObject({
      quorate: false,
      more: 1,
      missing: [],
    })
    expect(quorumFor(standard, present(...four, 'lay'), nobody).quorate).toBe(true)
  })

  test('nobody present is not quorate, five too few, and misses every required agency', () => {
    expect(quorumFor(standard, present(), nobody)).toEqual({
      quorate: false,
      counted: 0,
      more: 5,
      missing: standard.requiredAgencies,
    })
  })

  test('a neonatal panel needs one of midwifery, neonatology and obstetrics; whichever it is', () => {
    expect(quorumFor(neonatal, seven, nobody).missing).toEqual([['midwifery', 'neonatology', 'obstetrics']])
    for (const agency of ['midwifery', 'neonatology', 'obstetrics'] as const) {
      const panel = present('public-health', 'health', 'police', 'social-care', agency)
      expect(quorumFor(neonatal, panel, nobody).quorate).toBe(true)
      expect(quorumFor(neonatal, panel, new Set([person(5)]))).toMatchObject({ quorate: false, more: 1 })
    }
  })

  test('a share is of all members of the panel, and without their number nothing is decided by it', () => {
    const half: QuorumRule = { ...standard, minMembers: 2, minShare: 50 }
    const needs = (members: number | null) => quorumFor(half, { ...seven, members }, nobody)
    expect(needs(14)).toMatchObject({ quorate: true, more: 0 })
    expect(needs(15)).toMatchObject({ quorate: false, more: 1 })
    expect(quorumFor(half, { ...seven, members: 14 }, new Set([person(2)]))).toMatchObject({ more: 1 })
    expect(needs(null)).toMatchObject({ quorate: false, more: null, missing: [] })
    expect(quorumFor({ ...half, minMembers: 9 }, { ...seven, members: 7 }, nobody)).toMatchObject({ more: 2 })
  })

  const anyPanel = fc
    .array(fc.constantFrom(...PanelAgency.options), { maxLength: 12 })
    .map((agencies) => present(...agencies))
  const anyConflicts = fc.array(fc.integer({ min: 1, max: 14 })).map((ns) => new Set(ns.map(person)))
  const anyRule = fc.constantFrom(...Object.values(usualQuorum))

  test('a conflict never makes a quorum, and a conflict of somebody absent changes nothing', () => {
    fc.assert(
      fc.property(anyRule, anyPanel, anyConflicts, (rule, panel, conflicts) => {
        const conflicted = quorumFor(rule, panel, conflicts)
        const without = quorumFor(rule, panel, nobody)
        expect(conflicted.counted).toBeLessThanOrEqual(without.counted)
        if (conflicted.quorate) expect(without.quorate).toBe(true)
        const absent = new Set([...conflicts, person(99)])
        expect(quorumFor(rule, panel, absent)).toEqual(conflicted)
      }),
    )
  })

  test('what is said to be missing is what makes the panel quorate, and nothing less', () => {
    fc.assert(
      fc.property(anyRule, anyPanel, (rule, panel) => {
        const { missing, more, quorate } = quorumFor(rule, panel, nobody)
        const added = missing.flatMap((oneOf) => oneOf.slice(0, 1))
        const others = Math.max(0, (more ?? 0) - added.length)
        const agencies = [
          ...panel.present.map(({ agency }) => agency),
          ...added,
          ...Array.from({ length: others }, () => 'other' as const),
        ]
        expect(quorumFor(rule, present(...agencies), nobody).quorate).toBe(true)
        expect(quorate).toBe(added.length + others === 0)
      }),
    )
  })
})

describe('the rule of an area for a kind of panel', () => {
  const day = (date: string) => PlainDate.parse(date)
  const from = (validFrom: string, minMembers: number, kind: PanelMeetingKind = 'standard') => ({
    kind,
    validFrom: day(validFrom),
    rule: { ...standard, minMembers },
  })

  test('is the common local practice until the area sets one for that kind', () => {
    for (const kind of PanelMeetingKind.options) {
      expect(quorumRuleInForce([from('2026-09-01', 6)], kind, day('2026-08-31'))).toEqual({
        rule: usualQuorum[kind],
        validFrom: null,
      })
      expect(QuorumRule.parse(usualQuorum[kind])).toEqual(usualQuorum[kind])
    }
    expect(quorumRuleInForce([from('2026-01-01', 6)], 'neonatal', day('2026-08-31')).validFrom).toBeNull()
  })

  test('counts from its own day on; of those that are valid the newest set does', () => {
    const set = [from('2026-05-01', 9), from('2026-07-01', 8), from('2026-03-01', 7)]
    const needed = (on: string) => quorumRuleInForce(set, 'standard', day(on)).rule.minMembers
    expect(['2026-02-28', '2026-03-01', '2026-04-30', '2026-05-01', '2026-08-01'].map(needed)).toEqual([
      5, 7, 7, 9, 9,
    ])
  })

  test('names no agency twice, one choice of agencies at most, and a panel of at least two', () => {
    const refused = [
      { ...standard, minMembers: 1 },
      { ...standard, minShare: 0 },
      { ...standard, minShare: 101 },
      { ...standard, requiredAgencies: [['police'], ['police', 'health']] },
      {
        ...standard,
        requiredAgencies: [
          ['police', 'lay'],
          ['health', 'education'],
        ],
      },
      { ...standard, requiredAgencies: [[]] },
    ]
    for (const rule of refused) expect(QuorumRule.safeParse(rule).success, JSON.stringify(rule)).toBe(false)
  })
})
