import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  Instant,
  londonDate,
  londonDayStart,
  londonInstant,
  PlainDate,
  PlainTime,
} from '../plain-date/plain-date.ts'
import { doneFrom, notifyClock, notifyStarts } from './notify-clock.ts'

const on = (date: string) => PlainDate.parse(date)
const at = (instant: string) => Instant.parse(instant)
const hours = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 3_600_000

/** Years with their clock changes, the nights of those most of all. */
const anyDay = fc.oneof(
  fc.nat(3000).map((days) => addDays(on('2019-06-01'), days)),
  fc.constantFrom('2025-03-29', '2025-03-30', '2025-10-25', '2025-10-26', '2026-03-29').map(on),
)
const anyTime = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map(([hour, minute]) =>
    PlainTime.parse(`${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`),
  )

type Said = { time?: string; is?: 'exact' | 'time-estimated' | 'estimated'; known?: string | null }

function starts(died: string, { time, is, known }: Said = {}, receivedOn = '2030-01-01') {
  return notifyStarts(
    {
      notifier: known === undefined ? {} : { dateOfReferral: known === null ? null : on(known) },
      death: {
        dateOfDeath: on(died),
        placeOfDeath: 'home',
        expectedness: 'unexpected',
        ...(time !== undefined && { timeOfDeath: time }),
        ...(is !== undefined && { dateOfDeathIs: is }),
      },
    },
    on(receivedOn),
  )
}

describe('when the notify clocks begin', () => {
  test.each<[string, string, Said, string, string, string]>([
    [
      'a time in winter',
      '2026-01-10',
      { time: '14:05' },
      '2026-01-10T14:05',
      '2026-01-10T14:05',
      'time-of-death',
    ],
    [
      'a time in summer',
      '2026-07-10',
      { time: '14:05' },
      '2026-07-10T13:05',
      '2026-07-10T13:05',
      'time-of-death',
    ],
    [
      'an estimated time',
      '2026-01-10',
      { time: '14:05', is: 'time-estimated' },
      '2026-01-10T14:05',
      '2026-01-10T14:05',
      'time-of-death',
    ],
    [
      'a time that comes twice',
      '2025-10-26',
      { time: '01:30' },
      '2025-10-26T01:30',
      '2025-10-26T01:30',
      'time-of-death',
    ],
    [
      'a time that is skipped',
      '2026-03-29',
      { time: '01:30' },
      '2026-03-29T01:30',
      '2026-03-29T01:30',
      'time-of-death',
    ],
    ['no time', '2026-07-10', {}, '2026-07-10T23:00', '2026-07-10T23:00', 'day-of-death'],
    [
      'a date that is estimated',
      '2026-01-10',
      { time: '14:05', is: 'estimated' },
      '2026-01-11T00:00',
      '2026-01-11T00:00',
      'day-of-death',
    ],
    [
      'learned of days later',
      '2026-01-10',
      { time: '14:05', known: '2026-01-13' },
      '2026-01-10T14:05',
      '2026-01-14T00:00',
      'day-it-was-known',
    ],
    [
      'learned of on the day',
      '2026-01-10',
      { time: '14:05', known: '2026-01-10' },
      '2026-01-10T14:05',
      '2026-01-10T14:05',
      'time-of-death',
    ],
    [
      'learned of before it',
      '2026-01-10',
      { known: '2026-01-09' },
      '2026-01-11T00:00',
      '2026-01-11T00:00',
      'day-of-death',
    ],
    [
      'not known when it was learned of',
      '2026-01-10',
      { known: null },
      '2026-01-11T00:00',
      '2026-01-11T00:00',
      'day-of-death',
    ],
  ])('%s', (_, died, said, diedBy, knownBy, knownFrom) => {
    expect(starts(died, said)).toEqual({
      diedBy: `${diedBy}:00.000Z`,
      knownBy: `${knownBy}:00.000Z`,
      knownFrom,
    })
  })

  test('a day of learning after the receipt is a slip and moves nothing', () => {
    const received = starts('2026-01-10', { time: '14:05', known: '2026-01-13' }, '2026-01-12')
    expect(received).toMatchObject({ knownBy: '2026-01-10T14:05:00.000Z', knownFrom: 'time-of-death' })
  })

  test('not knowing the time never counts against anybody: no time of the day begins later', () => {
    fc.assert(
      fc.property(anyDay, anyTime, (died, time) => {
        const known = starts(died, { time })
        expect(londonDate(at(known.diedBy))).toBe(died)
        expect(starts(died).diedBy >= known.diedBy).toBe(true)
        expect(starts(died).diedBy).toBe(londonDayStart(addDays(died, 1)))
      }),
    )
  })

  test('learning of a death later never brings its clock forward, and leaves the national one alone', () => {
    fc.assert(
      fc.property(anyDay, anyTime, fc.integer({ min: -5, max: 40 }), (died, time, days) => {
        const plain = starts(died, { time })
        const learned = starts(died, { time, known: addDays(died, days) })
        expect(learned.diedBy).toBe(plain.diedBy)
        expect(learned.knownBy >= plain.knownBy).toBe(true)
        expect(learned.knownFrom === 'day-it-was-known').toBe(days > 0)
      }),
    )
  })
})

describe('a limit in hours', () => {
  const died = at('2026-03-28T20:00:00.000Z')

  test('counts the hours that pass, on a night the clocks change too', () => {
    const { dueAt } = notifyClock(died, 48, null, died)
    expect(dueAt).toBe('2026-03-30T20:00:00.000Z')
    expect(dueAt).toBe(londonInstant(on('2026-03-30'), PlainTime.parse('21:00')))
  })

  test('is met at its last moment and not after it', () => {
    const within = notifyClock(died, 24, at('2026-03-29T20:00:00.000Z'), at('2026-05-01T00:00:00.000Z'))
    expect(within).toMatchObject({ late: false, stoppedAt: '2026-03-29T20:00:00.000Z' })
    expect(notifyClock(died, 24, at('2026-03-29T20:00:00.001Z'), died).late).toBe(true)
  })

  test('runs late by itself while nothing stops it', () => {
    expect(notifyClock(died, 24, null, at('2026-03-29T20:00:00.000Z')).late).toBe(false)
    expect(notifyClock(died, 24, null, at('2026-03-29T20:00:00.001Z')).late).toBe(true)
  })

  test('stops no earlier than it began: a receipt on the day of death takes no time', () => {
    const start = londonDayStart(on('2026-07-11'))
    const { stoppedAt, late } = notifyClock(start, 48, at('2026-07-10T09:00:00.000Z'), died)
    expect([stoppedAt, late]).toEqual([start, false])
  })

  test('whenever on a day something was done, it is late by the day only if late by every moment of it', () => {
    fc.assert(
      fc.property(anyDay, anyTime, fc.nat(6), fc.constantFrom(24, 48, 72), (start, time, days, limit) => {
        const day = addDays(start, days)
        const done = londonInstant(day, time)
        const later = londonInstant(addDays(day, 1), time)
        const from = starts(start).knownBy
        const byDay = notifyClock(from, limit, doneFrom(day, later), later)
        const byTime = notifyClock(from, limit, doneFrom(day, done), later)
        expect(hours(byDay.startedAt, byDay.dueAt)).toBe(limit)
        expect(doneFrom(day, later)).toBe(londonDayStart(day))
        expect(doneFrom(day, done)).toBe(done)
        if (byDay.late) expect(byTime.late).toBe(true)
      }),
    )
  })
})
