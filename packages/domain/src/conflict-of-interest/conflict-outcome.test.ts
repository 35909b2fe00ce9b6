import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ConflictLifted,
  ConflictOutcome,
  conflictAllows,
  outcomeRefused,
  strictestOutcome,
} from './conflict-outcome.ts'

const outcome = fc.constantFrom(...ConflictOutcome.options)
const reason = fc.constantFrom(...ConflictLifted.options)

describe('what is recorded of an interest in a case', () => {
  test('decides what somebody may: present for the facts they read and neither count nor decide', () => {
    expect(conflictAllows(null)).toEqual({ reads: true, counts: true, decides: true })
    expect(conflictAllows('none')).toEqual(conflictAllows(null))
    expect(conflictAllows('facts-only')).toEqual({ reads: true, counts: false, decides: false })
    expect(conflictAllows('withdrawn')).toEqual({ reads: false, counts: false, decides: false })
  })

  test('a stricter outcome never allows more, and nobody decides a case they do not count in', () => {
    fc.assert(
      fc.property(fc.array(outcome, { minLength: 1, maxLength: 6 }), outcome, (before, further) => {
        const [one, more] = [strictestOutcome(before), strictestOutcome([...before, further])]
        for (const may of ['reads', 'counts', 'decides'] as const) {
          if (conflictAllows(more)[may]) expect(conflictAllows(one)[may]).toBe(true)
        }
        if (conflictAllows(more).decides) expect(conflictAllows(more).counts).toBe(true)
      }),
    )
  })

  test('of the records of one child the strictest holds, in whichever order they were merged', () => {
    expect(strictestOutcome([])).toBeNull()
    expect(strictestOutcome(['none'])).toBe('none')
    expect(strictestOutcome(['none', 'withdrawn', 'facts-only'])).toBe('withdrawn')
    fc.assert(
      fc.property(fc.array(outcome), (all) => {
        expect(strictestOutcome([...all].reverse())).toBe(strictestOutcome(all))
      }),
    )
  })
})

describe('changing what is recorded', () => {
  test('anybody may say that they are in it deeper, and nobody lets themselves out of it', () => {
    fc.assert(
      fc.property(fc.option(outcome), outcome, fc.option(reason), (before, after, because) => {
        const lifts = before !== null && strictestOutcome([before, after]) !== after
        const own = outcomeRefused(before, after, { by: 'self', because })
        expect(own === 'not-yours-to-lift').toBe(lifts)
        if (!lifts && because === null) expect(own).toBeNull()
      }),
    )
  })

  test('another lets somebody in again with a reason, and gives none for anything else', () => {
    const lifting = ['withdrawn', 'none'] as const
    const because = 'declared-by-mistake'
    expect(outcomeRefused(...lifting, { by: 'another', because })).toBeNull()
    expect(outcomeRefused(...lifting, { by: 'another', because: null })).toBe('reason-missing')
    expect(outcomeRefused('none', 'withdrawn', { by: 'another', because })).toBe('reason-without-lifting')
    expect(outcomeRefused(null, 'none', { by: 'another', because: null })).toBeNull()
  })
})
