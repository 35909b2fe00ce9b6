import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PlainDate } from '../plain-date/plain-date.ts'
import { isReleasedLate, mayStepPack, PackState, packOpensUntil, packRuleOn, usualPackRule } from './pack.ts'

const day = (date: string) => PlainDate.parse(date)

describe('a pack', () => {
  test('is released only once it was ready and signed, and never comes back', () => {
    const steps = fc.array(fc.constantFrom(...PackState.options), { maxLength: 12 })
    fc.assert(
      fc.property(steps, (wanted) => {
        const passed: PackState[] = ['building']
        for (const to of wanted) {
          const now = passed.at(-1)
          if (now !== undefined && mayStepPack(now, to)) passed.push(to)
        }
        const released = passed.indexOf('released')
        if (released !== -1) expect(passed.slice(released - 2, released)).toEqual(['ready', 'signed-once'])
        const over = passed.findIndex((state) => state === 'withdrawn' || state === 'expired')
        if (over !== -1) expect(over).toBe(passed.length - 1)
      }),
      { numRuns: 500 },
    )
  })

  test('is late when fewer than five working days are left, bank holidays not counted', () => {
    // Good Friday 3 April and Easter Monday 6 April 2026 lie between.
    expect(isReleasedLate(day('2026-03-30'), day('2026-04-08'), usualPackRule)).toBe(false)
    expect(isReleasedLate(day('2026-03-31'), day('2026-04-08'), usualPackRule)).toBe(true)
  })

  test('goes by the rule of the day of its meeting, and opens until so many days after it', () => {
    const rules = [
      {
        validFrom: day('2026-05-01'),
        rule: { releaseWorkingDays: 7, expiresAfterDays: 0, copiesAllowed: false },
      },
      {
        validFrom: day('2026-06-01'),
        rule: { releaseWorkingDays: 3, expiresAfterDays: 10, copiesAllowed: true },
      },
    ]
    expect(packRuleOn(rules, day('2026-04-30'))).toEqual(usualPackRule)
    expect(packRuleOn(rules, day('2026-05-31')).releaseWorkingDays).toBe(7)
    expect(packOpensUntil(day('2026-06-20'), packRuleOn(rules, day('2026-06-20')))).toBe('2026-06-30')
  })
})
