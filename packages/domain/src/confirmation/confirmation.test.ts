import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, Instant, PlainDate } from '../plain-date/plain-date.ts'
import {
  ChildConfirmation,
  requireConfirmationDates,
  requireConfirmed,
  stillConfirms,
} from './confirmation.ts'

const diedOn = PlainDate.parse('2026-03-01')
/** Half past nine in the morning in London, in summer time. */
const now = Instant.parse('2026-06-10T08:30:00.000Z')

function confirmed(death: object, identity: object = {}): ChildConfirmation {
  const usual = {
    by: 'hospital-doctor',
    name: 'Rowan Ferris',
    organisation: 'Example Hospital',
    on: diedOn,
    time: null,
  }
  return ChildConfirmation.parse({ death: { ...usual, ...death }, identity: { ...usual, ...identity } })
}

const refusal = (given: ChildConfirmation) => {
  try {
    requireConfirmationDates(given, { diedOn, now })
    return null
  } catch (thrown) {
    return thrown
  }
}

describe('when a death and who the child was are confirmed', () => {
  test.each([
    [confirmed({}), null],
    [confirmed({ on: '2026-06-10', time: '09:30' }), null],
    [confirmed({ on: '2026-06-10', time: '09:31' }), { code: 'date-in-future', fields: ['death'] }],
    [confirmed({}, { on: '2026-06-11' }), { code: 'date-in-future', fields: ['identity'] }],
    [confirmed({ on: '2026-02-28' }), { code: 'dates-out-of-order', fields: ['death'] }],
    [
      confirmed({ on: '2026-02-28' }, { on: '2026-02-27' }),
      { code: 'dates-out-of-order', fields: ['death', 'identity'] },
    ],
  ])('lies between the death and now, to the minute where the time is known', (given, expected) => {
    const found = refusal(given)
    if (expected === null) expect(found).toBeNull()
    else expect(found).toMatchObject(expected)
  })

  test('no day before the death or after today is taken, and every day between is', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), fc.integer({ min: -400, max: 400 }), (one, other) => {
        const [death, identity] = [addDays(diedOn, one), addDays(diedOn, other)]
        const right = [death, identity].every((on) => on >= diedOn && on <= '2026-06-10')
        expect(refusal(confirmed({ on: death }, { on: identity })) === null).toBe(right)
      }),
      { numRuns: 60 },
    )
  })

  test('has to be done anew once the date of death is corrected to a later one', () => {
    const given = confirmed({}, { on: '2026-03-02' })
    expect(
      ['2026-02-27', '2026-03-01', '2026-03-02'].map((on) => stillConfirms(given, PlainDate.parse(on))),
    ).toEqual([true, true, false])
  })

  test('is needed before anything leaves', () => {
    expect(() => requireConfirmed({ confirmedAt: null })).toThrow('not-confirmed')
    expect(() => requireConfirmed({ confirmedAt: now })).not.toThrow()
  })
})
