import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PanelAgency } from '../actor/role.ts'
import { PersonId } from '../id/id.ts'
import { type Attendee, quorumFor, usualQuorum } from './quorum.ts'

const person = (n: number) => PersonId.parse(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`)
const present = (...agencies: PanelAgency[]): Attendee[] =>
  agencies.map((agency, n) => ({ personId: person(n + 1), agency }))
const nobody: ReadonlySet<PersonId> = new Set()

describe('quorum of a panel for one case', () => {
  const seven = present('public-health', 'health', 'health', 'police', 'social-care', 'education', 'lay')

  test('seven present with every required agency are quorate', () => {
    expect(quorumFor(usualQuorum, seven, nobody)).toEqual({ quorate: true, counted: 7, missing: [] })
  })

  test('with the police member conflicted that item is not quorate, although the meeting is', () => {
    const police = new Set([person(4)])
    expect(quorumFor(usualQuorum, seven, police)).toEqual({ quorate: false, counted: 6, missing: ['police'] })
  })

  test('one of two from the same agency may be conflicted', () => {
    expect(quorumFor(usualQuorum, seven, new Set([person(2)]))).toEqual({
      quorate: true,
      counted: 6,
      missing: [],
    })
  })

  test('four are too few, whoever they are; five with all four agencies are enough', () => {
    const four = present('public-health', 'health', 'police', 'social-care')
    expect(quorumFor(usualQuorum, four, nobody)).toMatchObject({ quorate: false, missing: [] })
    expect(quorumFor(usualQuorum, present(...four.map(({ agency }) => agency), 'lay'), nobody).quorate).toBe(
      true,
    )
  })

  test('nobody present is not quorate and misses every required agency', () => {
    expect(quorumFor(usualQuorum, [], nobody)).toEqual({
      quorate: false,
      counted: 0,
      missing: usualQuorum.requiredAgencies,
    })
  })

  const anyPanel = fc
    .array(fc.constantFrom(...PanelAgency.options), { maxLength: 12 })
    .map((agencies) => present(...agencies))
  const anyConflicts = fc.array(fc.integer({ min: 1, max: 14 })).map((ns) => new Set(ns.map(person)))

  test('a conflict never makes a quorum, and a conflict of somebody absent changes nothing', () => {
    fc.assert(
      fc.property(anyPanel, anyConflicts, (panel, conflicts) => {
        const conflicted = quorumFor(usualQuorum, panel, conflicts)
        const without = quorumFor(usualQuorum, panel, nobody)
        expect(conflicted.counted).toBeLessThanOrEqual(without.counted)
        if (conflicted.quorate) expect(without.quorate).toBe(true)
        const absent = new Set([...conflicts, person(99)])
        expect(quorumFor(usualQuorum, panel, absent)).toEqual(conflicted)
      }),
    )
  })
})
