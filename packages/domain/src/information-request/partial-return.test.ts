import { expect, test } from 'vitest'
import { PlainDate } from '../plain-date/plain-date.ts'
import { InformationRequestState, isWaitedFor } from './information-request.ts'
import {
  latestPromise,
  promiseFault,
  promisesLeft,
  defaultPartialReturnRules as rules,
} from './partial-return.ts'

const on = (date: string) => PlainDate.parse(date)
const today = on('2026-03-27')
const fault = (promisedOn: string, promises = 0) =>
  promiseFault({ state: 'sent', promises }, rules, { today, promisedOn: on(promisedOn) })

test('the rest is promised for a day to come, at most ten working days ahead: Easter counts for none', () => {
  expect(latestPromise(today, rules)).toBe('2026-04-14')
  expect(fault('2026-03-26')).toBe('dates-out-of-order')
  expect(fault('2026-03-27')).toBe('dates-out-of-order')
  expect(fault('2026-03-28')).toBeNull()
  expect(fault('2026-04-14')).toBeNull()
  expect(fault('2026-04-15')).toBe('promised-too-late')
})

test('a promise is made anew twice, and not once more', () => {
  expect([0, 1, 2, 3, 4].map((promises) => promisesLeft({ state: 'sent', promises }, rules))).toEqual([
    3, 2, 1, 0, 0,
  ])
  expect(fault('2026-03-30', 2)).toBeNull()
  expect(fault('2026-03-30', 3)).toBe('promises-used')
})

test.each(InformationRequestState.options)(
  'whoever is %s sends a part only while it is waited for',
  (state) => {
    const where = { state, promises: 0 }
    const said = promiseFault(where, rules, { today, promisedOn: on('2026-03-30') })
    expect(said).toBe(isWaitedFor(state) ? null : 'not-allowed-in-this-state')
    expect(promisesLeft(where, rules)).toBe(isWaitedFor(state) ? 3 : 0)
  },
)

test('an area that lets nothing be renewed lets a day be promised once', () => {
  expect(promisesLeft({ state: 'sent-back', promises: 0 }, { workingDays: 3, renewals: 0 })).toBe(1)
  expect(promisesLeft({ state: 'sent-back', promises: 1 }, { workingDays: 3, renewals: 0 })).toBe(0)
})
