import { Instant, PlainDate } from '@cdop/domain'
import { describe, expect, test } from 'vitest'
import { type CaseClock, type ClockFacts, caseClocks } from './case-clocks.ts'

const day = (date: string) => PlainDate.parse(date)
const facts: ClockFacts = {
  found: { diedOn: day('2024-11-30'), reviewedOn: null },
  requests: [],
  meetingDecidedOn: null,
}
const named = (clocks: readonly CaseClock[], name: CaseClock['clock']) =>
  clocks.filter(({ clock }) => clock === name)

describe('the clocks of a case', () => {
  test('the review meeting is due three months after the death, clamped to the end of the month', () => {
    expect(caseClocks(facts, day('2025-02-28'))).toEqual([
      { clock: 'review-meeting', dueOn: '2025-02-28', stoppedOn: null, overdue: false },
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
    const request = { state: 'sent' as const, dueOn: day('2025-05-08'), returnedAt: null }
    const sent = { ...facts, requests: [request] }
    expect(named(caseClocks(sent, day('2025-05-08')), 'agency-return')).toMatchObject([{ overdue: false }])
    expect(named(caseClocks(sent, day('2025-05-09')), 'agency-return')).toMatchObject([{ overdue: true }])
    const late = { state: 'returned' as const, returnedAt: Instant.parse('2025-05-09T23:30:00.000Z') }
    const returned = { ...facts, requests: [{ ...request, ...late }] }
    expect(named(caseClocks(returned, day('2025-06-01')), 'agency-return')).toMatchObject([
      { stoppedOn: '2025-05-10', overdue: false },
    ])
  })
})
