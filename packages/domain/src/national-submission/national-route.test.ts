import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NationalFailure, pauseAfterFailures, standingAfter } from './national-route.ts'

test('the national database is asked ever less often while it fails, at most each half minute, at least each quarter hour', () => {
  fc.assert(
    fc.property(fc.nat(1000), (failures) => {
      const pause = pauseAfterFailures(failures)
      expect(pause).toBeGreaterThanOrEqual(30)
      expect(pause).toBeLessThanOrEqual(900)
      expect(pauseAfterFailures(failures + 1)).toBeGreaterThanOrEqual(pause)
    }),
  )
})

test('somebody is told once it has failed for some time, sooner of a refusal, and again that it works after one success', () => {
  expect(standingAfter(null)).toBe('works')
  for (const why of NationalFailure.options) {
    expect(standingAfter({ why, failures: 1 })).toBe('works')
    expect(standingAfter({ why, failures: 5 })).toBe(why)
  }
  expect(standingAfter({ why: 'refused', failures: 3 })).toBe('refused')
  expect(standingAfter({ why: 'away', failures: 3 })).toBe('works')
})
