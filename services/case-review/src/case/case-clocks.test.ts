import { type CaseClock, Instant, PlainDate } from '@cdop/domain'
import { describe, expect, test } from 'vitest'
import { type ClockFacts, caseClocks, sinceDeath } from './case-clocks.ts'

const day = (date: string) => PlainDate.parse(date)
const facts: ClockFacts = {
  found: { diedOn: day('2024-11-30'), reviewedOn: null },
  requests: [],
  meetingDecidedOn: null,
  holds: [],
  proceedings: [],
  lastMeeting: null,
  limits: [],
}
const named = (clocks: readonly CaseClock[], name: CaseClock['clock']) =>
  clocks.filter(({ clock }) => clock === name)

describe('the clocks of a case', () => {
  test('the review meeting is due three months after the death, clamped to the end of the month', () => {
    expect(caseClocks(facts, day('2025-02-28'))).toEqual([
      {
        clock: 'review-meeting',
        startedOn: '2024-11-30',
        limitOn: '2025-02-28',
        dueOn: '2025-02-28',
        stoppedOn: null,
        overdue: false,
      },
    ])
    expect(caseClocks(facts, day('2025-03-01'))).toMatchObject([{ overdue: true }])
  })

  test('the panel is due six weeks after the decision on the review meeting, and stops when it has reviewed', () => {
    const decided = { ...facts, meetingDecidedOn: day('2025-02-01') }
    expect(named(caseClocks(decided, day('2025-03-16')), 'panel')).toMatchObject([
      { dueOn: '2025-03-15', overdue: true },
    ])
    const reviewed = { ...decided, found: { ...facts.found, reviewedOn: day('2025-03-20') } }
    expect(named(caseClocks(reviewed, day('2025-04-01')), 'panel')).toMatchObject([
      { stoppedOn: '2025-03-20', overdue: false },
    ])
  })

  test('an agency is overdue the day after its due date until it returns, by the date in London', () => {
    const request = {
      state: 'sent' as const,
      sentOn: day('2025-04-14'),
      dueOn: day('2025-05-08'),
      acceptedAt: null,
    }
    const sent = { ...facts, requests: [request] }
    expect(named(caseClocks(sent, day('2025-05-08')), 'agency-return')).toMatchObject([{ overdue: false }])
    expect(named(caseClocks(sent, day('2025-05-09')), 'agency-return')).toMatchObject([{ overdue: true }])
    const late = { state: 'returned' as const, acceptedAt: Instant.parse('2025-05-09T23:30:00.000Z') }
    const returned = { ...facts, requests: [{ ...request, ...late }] }
    expect(named(caseClocks(returned, day('2025-06-01')), 'agency-return')).toMatchObject([
      { stoppedOn: '2025-05-10', overdue: false },
    ])
  })

  test('a post-mortem stops the clock of the review meeting until it is over; an inquest does not', () => {
    const postMortem = { from: day('2024-12-10'), until: null, stages: ['review-meeting', 'panel'] as const }
    const inquest = { ...postMortem, stages: ['panel'] as const }
    const late = day('2025-06-01')
    const clock = (holds: ClockFacts['holds']) =>
      named(caseClocks({ ...facts, holds }, late), 'review-meeting')
    expect(clock([postMortem])).toMatchObject([{ limitOn: '2025-02-28', dueOn: null, overdue: false }])
    expect(clock([inquest])).toMatchObject([{ dueOn: '2025-02-28', overdue: true }])
    const over = { ...postMortem, until: day('2025-05-20') }
    expect(clock([over])).toMatchObject([{ dueOn: '2025-08-08', overdue: false }])
  })

  test('the days since the death are counted all, on hold for the panel, and between', () => {
    const inquest = { from: day('2024-12-10'), until: day('2024-12-30'), stages: ['panel'] as const }
    const held = { ...facts, holds: [inquest] }
    expect(sinceDeath(held, day('2025-01-30'))).toEqual({ gross: 61, held: 20, net: 41 })
    const reviewed = { ...held, found: { ...facts.found, reviewedOn: day('2025-01-10') } }
    expect(sinceDeath(reviewed, day('2025-06-30'))).toEqual({ gross: 41, held: 20, net: 21 })
  })
})
