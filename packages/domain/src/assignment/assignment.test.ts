import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PersonId } from '../id/id.ts'
import { addDays, PlainDate } from '../plain-date/plain-date.ts'
import { giveBack, type HeldCase, handOver } from './assignment.ts'

const day = (typed: string) => PlainDate.parse(typed)
const person = (n: number) => PersonId.parse(`0190a000-0000-7000-8000-00000000000${n}`)
const [asha, ben, cleo] = [person(1), person(2), person(3)]
const own = (holder: PersonId): HeldCase => ({ holder, owed: [] })

describe('a case that is handed over', () => {
  test('for good is the other person’s and goes back to nobody', () => {
    expect(handOver(own(asha), ben, null)).toEqual(own(ben))
  })

  test('for a leave goes back on the day, and not before', () => {
    const lent = handOver(own(asha), ben, day('2026-12-05'))
    expect(giveBack(lent, day('2026-12-04'))).toBe(lent)
    expect(giveBack(lent, day('2026-12-05'))).toEqual(own(asha))
  })

  test('and lent on for shorter comes back step by step', () => {
    const lent = handOver(handOver(own(asha), ben, day('2026-12-05')), cleo, day('2026-12-03'))
    expect(giveBack(lent, day('2026-12-03')).holder).toBe(ben)
    expect(giveBack(lent, day('2026-12-05'))).toEqual(own(asha))
  })

  test('and lent on for longer, or for good, still goes back to whose it was when they return', () => {
    for (const until of [day('2026-12-31'), null]) {
      const lent = handOver(handOver(own(asha), ben, day('2026-12-05')), cleo, until)
      expect(giveBack(lent, day('2026-12-05'))).toEqual(own(asha))
    }
  })

  test('and given back early is not owed to whoever has it', () => {
    expect(handOver(handOver(own(asha), ben, day('2026-12-05')), asha, null)).toEqual(own(asha))
  })
})

const steps = fc.array(
  fc.record({
    to: fc.integer({ min: 1, max: 5 }),
    after: fc.option(fc.integer({ min: 1, max: 60 }), { nil: null }),
    wait: fc.integer({ min: 0, max: 30 }),
  }),
  { maxLength: 12 },
)

test('nobody loses sight: whatever is lent, somebody has the case each day and in the end nothing is owed', () => {
  fc.assert(
    fc.property(steps, (given) => {
      let today = day('2026-01-01')
      let held = own(asha)
      let lastForGood = asha
      for (const { to, after, wait } of given) {
        today = addDays(today, wait)
        held = giveBack(held, today)
        if (held.owed.length === 0) lastForGood = after === null ? person(to) : held.holder
        held = handOver(held, person(to), after === null ? null : addDays(today, after))
        const days = held.owed.map(({ on }) => on)
        expect(days).toEqual([...new Set(days)].sort())
        expect(days.every((on) => on > today)).toBe(true)
        expect(held.owed[0]?.to).not.toBe(held.holder)
        if (held.owed.length === 0) lastForGood = held.holder
      }
      const end = giveBack(held, addDays(today, 400))
      expect(end.owed).toEqual([])
      expect(end.holder).toBe(lastForGood)
    }),
    { numRuns: 300 },
  )
})
