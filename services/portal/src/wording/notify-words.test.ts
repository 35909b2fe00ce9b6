import { doneFrom, Instant, notifyClock, notifyStarts, PlainDate } from '@cdop/domain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inTimeWords, nationalWords, receiptWords } from './notify-words.ts'

const on = (date: string) => PlainDate.parse(date)
const at = (instant: string) => Instant.parse(instant)
const later = at('2026-03-31T12:00:00.000Z')

/** A child who died on Friday 27 March 2026; the clocks go forward on the Sunday. */
function received(recordedAt: string, { time, known }: { time?: string; known?: string } = {}) {
  const receivedOn = on(recordedAt.slice(0, 10))
  const diedOn = on('2026-03-27')
  const { diedBy, knownBy, knownFrom } = notifyStarts(
    {
      notifier: known === undefined ? {} : { dateOfReferral: on(known) },
      death: {
        dateOfDeath: diedOn,
        placeOfDeath: 'home',
        expectedness: 'expected',
        ...(time !== undefined && { timeOfDeath: time }),
      },
    },
    receivedOn,
  )
  const clock = notifyClock(knownBy, 48, doneFrom(receivedOn, at(recordedAt)), later)
  return { receipt: { knownFrom, clock, diedOn, receivedOn }, diedBy }
}

describe('how soon a notification came', () => {
  test.each([
    ['2026-03-27T14:30:00.000Z', '14:00', undefined, 'Received less than 1 hour after death', 'On time'],
    ['2026-03-27T15:00:00.000Z', '14:00', undefined, 'Received 1 hour after death', 'On time'],
    ['2026-03-28T21:59:00.000Z', '14:00', undefined, 'Received 31 hours after death', 'On time'],
    ['2026-03-29T14:00:00.000Z', '14:00', undefined, 'Received 2 days after death', 'On time'],
    ['2026-03-29T14:00:01.000Z', '14:00', undefined, 'Received 2 days after death', 'less than 1 hour late'],
    ['2026-03-29T20:00:00.000Z', '14:00', undefined, 'Received 2 days after death', '6 hours late'],
    ['2026-03-31T15:00:00.000Z', '14:00', undefined, 'Received 4 days after death', '2 days late'],
    ['2026-03-27T14:30:00.000Z', undefined, undefined, 'Received on the day of death', 'On time'],
    ['2026-03-28T14:30:00.000Z', undefined, undefined, 'Received the day after death', 'On time'],
    ['2026-03-29T22:30:00.000Z', undefined, undefined, 'Received 2 days after death', 'On time'],
    ['2026-03-30T22:30:00.000Z', undefined, undefined, 'Received 3 days after death', '22 hours late'],
    ['2026-03-30T08:00:00.000Z', '14:00', '2026-03-30', 'Received on the day it became known', 'On time'],
    ['2026-03-31T08:00:00.000Z', '14:00', '2026-03-29', 'Received 2 days after it became known', 'On time'],
  ])('recorded %s of a death at %s, known on %s: %s, %s', (recordedAt, time, known, words, inTime) => {
    const given = { ...(time !== undefined && { time }), ...(known !== undefined && { known }) }
    const { receipt } = received(recordedAt, given)
    expect(receiptWords(receipt)).toBe(words)
    expect(inTimeWords(receipt.clock, later)).toBe(inTime)
  })
})

describe('how telling the national database stands', () => {
  const start = at('2026-03-27T14:00:00.000Z')
  test.each([
    ['2026-03-29T09:00:00.000Z', null, 'NCMD due in 5 hours'],
    ['2026-03-29T13:30:00.000Z', null, 'NCMD due in less than 1 hour'],
    ['2026-03-29T14:00:00.000Z', null, 'NCMD due in less than 1 hour'],
    ['2026-03-29T14:00:01.000Z', null, 'NCMD less than 1 hour late'],
    ['2026-03-31T14:00:00.000Z', null, 'NCMD 2 days late'],
    ['2026-03-31T14:00:00.000Z', '2026-03-29', 'NCMD told on 29 March 2026'],
    ['2026-04-02T14:00:00.000Z', '2026-03-31', 'NCMD told on 31 March 2026, 33 hours late'],
  ])('at %s, told on %s: %s', (now, told, words) => {
    const toldOn = told === null ? null : on(told)
    const stopped = toldOn === null ? null : doneFrom(toldOn, at(now))
    expect(nationalWords(notifyClock(start, 48, stopped, at(now)), toldOn, at(now))).toBe(words)
  })

  test('says late exactly when it is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 200 * 3_600_000 }),
        fc.constantFrom(24, 48, 72),
        (passed, limit) => {
          const now = at(new Date(Date.parse(start) + passed).toISOString())
          const clock = notifyClock(start, limit, null, now)
          expect(nationalWords(clock, null, now).endsWith('late')).toBe(clock.late)
        },
      ),
    )
  })
})
