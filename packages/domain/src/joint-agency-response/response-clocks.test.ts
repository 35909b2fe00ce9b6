import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Instant } from '../plain-date/plain-date.ts'
import { responseClocks, type TimedMeeting } from './response-clocks.ts'
import { ResponseMeetingKind, ResponseMeetingState } from './response-meeting.ts'

const at = (typed: string) => Instant.parse(typed)
const limits = { sceneVisitWithinHours: 24, planWithinWorkingDays: 2 }
const started = at('2026-04-02T21:30:00.000Z')
const clocks = (meetings: readonly TimedMeeting[], now: string) =>
  responseClocks(started, limits, meetings, at(now))

describe('the limits of a joint agency response', () => {
  test('the planning meeting is due on the second working day: not on Good Friday, a weekend or Easter Monday', () => {
    expect(clocks([], '2026-04-03T00:00:00.000Z')).toEqual([
      { kind: 'initial-planning', dueOn: '2026-04-08', state: 'open' },
      { kind: 'scene-visit', dueAt: '2026-04-03T21:30:00.000Z', state: 'open' },
    ])
  })

  test('hours are hours, also in the night the clocks change', () => {
    const before = at('2026-03-28T20:00:00.000Z')
    const [, visit] = responseClocks(before, limits, [], before)
    expect(visit).toMatchObject({ dueAt: '2026-03-29T20:00:00.000Z' })
  })

  test('a day ends in London: a meeting late on the last evening of summer time is in time', () => {
    const startsAt = at('2026-04-08T22:30:00.000Z')
    const held = { kind: 'initial-planning' as const, state: 'held' as const, startsAt }
    expect(clocks([held], '2026-04-09T08:00:00.000Z')[0]?.state).toBe('done-in-time')
    const later = { ...held, startsAt: at('2026-04-08T23:30:00.000Z') }
    expect(clocks([later], '2026-04-09T08:00:00.000Z')[0]?.state).toBe('done-late')
  })

  test('what is not done is overdue the moment after, and not before', () => {
    expect(clocks([], '2026-04-03T21:30:00.000Z')[1]?.state).toBe('open')
    expect(clocks([], '2026-04-03T21:30:00.001Z')[1]?.state).toBe('overdue')
    expect(clocks([], '2026-04-08T22:59:59.000Z')[0]?.state).toBe('open')
    expect(clocks([], '2026-04-08T23:00:00.000Z')[0]?.state).toBe('overdue')
  })

  test('what was said not to be held asks for nothing more, unless another was arranged in its stead', () => {
    const fell = { kind: 'scene-visit' as const, state: 'not-held' as const, startsAt: null }
    expect(clocks([fell], '2026-04-09T08:00:00.000Z')[1]?.state).toBe('not-held')
    const again = { ...fell, state: 'arranged' as const, startsAt: at('2026-04-10T08:00:00.000Z') }
    expect(clocks([fell, again], '2026-04-09T08:00:00.000Z')[1]?.state).toBe('overdue')
  })

  test('recording more never takes back what was done, and other meetings count for nothing here', () => {
    const moment = fc
      .integer({ min: -200, max: 200 })
      .map((hours) => at(new Date(Date.parse(started) + hours * 3_600_000).toISOString()))
    const meeting = fc.record({
      kind: fc.constantFrom(...ResponseMeetingKind.options),
      state: fc.constantFrom(...ResponseMeetingState.options),
      startsAt: fc.option(moment),
    })
    fc.assert(
      fc.property(fc.array(meeting, { maxLength: 6 }), meeting, moment, (meetings, added, now) => {
        const states = (of: readonly TimedMeeting[]) =>
          responseClocks(started, limits, of, now).map(({ state }) => state)
        const before = states(meetings)
        const after = states([...meetings, added])
        before.forEach((state, nth) => {
          if (state === 'done-in-time') expect(after[nth]).toBe('done-in-time')
          if (state === 'done-late') expect(after[nth]).toMatch(/^done-/)
        })
        if (added.kind !== 'initial-planning') expect(after[0]).toBe(before[0])
        if (added.kind !== 'scene-visit') expect(after[1]).toBe(before[1])
      }),
      { numRuns: 300 },
    )
  })
})
