import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CaseState } from '../case/case-state.ts'
import { caseClock } from '../clock/case-clock.ts'
import { addDays, PlainDate } from '../plain-date/plain-date.ts'
import { AvoidedDate, FamilyMemberSaid } from './family-member.ts'
import { AnswerBody, countQuestions, isUnanswered, LeftOpenReason } from './family-question.ts'
import { isKeyWorkerOn } from './key-worker.ts'
import { type FamilyFacts, nextSteps } from './next-steps.ts'
import { whyNotTold } from './telling.ts'

const day = (date: string) => PlainDate.parse(date)
const today = day('2026-03-02')

describe('somebody is a family’s key worker', () => {
  test('from the first day until the day it ended, which no longer belongs to it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 40 }), fc.integer({ min: 0, max: 60 }), (start, length) => {
        const from = addDays(today, start)
        const until = addDays(from, length)
        expect(isKeyWorkerOn(today, { from, until })).toBe(start <= 0 && start + length > 0)
        expect(isKeyWorkerOn(today, { from, until: null })).toBe(start <= 0)
      }),
    )
  })
})

describe('a question of the family', () => {
  const question = fc.record({
    body: fc.constantFrom(...AnswerBody.options),
    answered: fc.boolean(),
    leftOpen: fc.constantFrom(null, ...LeftOpenReason.options),
  })

  test('is open while it has neither an answer nor a reason why there will be none', () => {
    fc.assert(
      fc.property(question, (one) => {
        expect(isUnanswered(one)).toBe(!(one.answered || one.leftOpen !== null))
      }),
    )
  })

  test('is counted once, with the body that is to answer it', () => {
    fc.assert(
      fc.property(fc.array(question), (questions) => {
        const counts = countQuestions(questions)
        const sum = (of: 'asked' | 'open') => counts.reduce((total, count) => total + count[of], 0)
        expect(sum('asked')).toBe(questions.length)
        expect(sum('open')).toBe(questions.filter(isUnanswered).length)
        expect(new Set(counts.map(({ body }) => body)).size).toBe(counts.length)
      }),
    )
  })
})

describe('what a family can be told comes next', () => {
  const clock = (which: 'review-meeting' | 'panel', startedOn: string) =>
    caseClock(which, { startedOn: day(startedOn), stoppedOn: null, holds: [] }, today)
  const facts: FamilyFacts = {
    state: 'gathering',
    plannedMeetings: [],
    panelOn: null,
    clocks: [clock('review-meeting', '2026-02-10')],
    holds: [],
  }
  const steps = (more: Partial<FamilyFacts>) =>
    nextSteps({ ...facts, ...more }, today).map(({ step, when, on }) => [step, when, on])

  test('is the review meeting by the day of its limit, until one is planned', () => {
    expect(steps({})).toEqual([
      ['information', 'now', null],
      ['review-meeting', 'by', '2026-05-10'],
      ['panel', 'later', null],
      ['feedback', 'later', null],
    ])
    const plannedMeetings = [day('2026-04-20'), day('2026-03-20'), day('2026-02-20')]
    expect(steps({ plannedMeetings })[1]).toEqual(['review-meeting', 'planned', '2026-03-20'])
  })

  test('has no date while something outside the review keeps it waiting', () => {
    const holds = [{ from: day('2026-02-20'), until: null, stages: ['panel' as const] }]
    expect(steps({ holds })[2]).toEqual(['panel', 'waits', null])
    expect(steps({ holds })[1]).toEqual(['review-meeting', 'by', '2026-05-10'])
  })

  test('is the panel on the day of its meeting, and what it found once it has met', () => {
    expect(steps({ state: 'listed', panelOn: day('2026-03-09') })[0]).toEqual([
      'panel',
      'planned',
      '2026-03-09',
    ])
    expect(steps({ state: 'review-meeting-held', clocks: [clock('panel', '2026-03-01')] })[0]).toEqual([
      'panel',
      'by',
      '2026-04-12',
    ])
    expect(steps({ state: 'deferred' })[0]).toEqual(['panel-questions', 'now', null])
    for (const state of ['reviewed', 'submitted', 'closed'] as const) {
      expect(steps({ state })).toEqual([['feedback', 'now', null]])
    }
  })

  test('never names a day that has passed', () => {
    const date = fc.integer({ min: -300, max: 300 }).map((days) => addDays(today, days))
    fc.assert(
      fc.property(
        fc.constantFrom(...CaseState.options),
        fc.array(date, { maxLength: 3 }),
        fc.option(date),
        date,
        (state, plannedMeetings, panelOn, started) => {
          const clocks = [clock('review-meeting', started), clock('panel', started)]
          for (const { on, when } of nextSteps(
            { state, plannedMeetings, panelOn, clocks, holds: [] },
            today,
          )) {
            expect(on === null || on >= today).toBe(true)
            expect(on !== null).toBe(when === 'planned' || when === 'by')
          }
        },
      ),
    )
  })
})

test('somebody is told only who may be contacted, what may be told, and who wishes to hear it or has asked since', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(null, 'court-order' as const),
      fc.boolean(),
      fc.boolean(),
      fc.boolean(),
      (noContact, hearsNothing, knowsWish, withheld) => {
        const told = noContact === null && !withheld && (!hearsNothing || knowsWish)
        expect(whyNotTold({ noContact, hearsNothing, knowsWish, withheld }) === null).toBe(told)
        if (noContact !== null) {
          expect(whyNotTold({ noContact, hearsNothing, knowsWish, withheld })).toBe('must-not-be-contacted')
        }
      },
    ),
  )
})

test('a date to avoid is a day of the year, the 29th of February among them', () => {
  expect(AvoidedDate.safeParse({ month: 2, day: 29, why: 'A birthday' }).success).toBe(true)
  expect(AvoidedDate.safeParse({ month: 2, day: 30, why: 'A birthday' }).success).toBe(false)
  expect(AvoidedDate.safeParse({ month: 4, day: 31, why: 'A birthday' }).success).toBe(false)
})

test('why somebody must not be contacted is said of nobody else', () => {
  const details = {
    name: 'Invented Parent',
    livingApart: 'apart',
    language: null,
    interpreter: 'no',
    safeContact: null,
    safeTimes: null,
    noContactWhy: 'An order of the court',
  }
  const said = { relation: 'father', hearsNothing: false, inError: false, details }
  expect(FamilyMemberSaid.safeParse({ ...said, noContact: null }).success).toBe(false)
  expect(FamilyMemberSaid.safeParse({ ...said, noContact: 'court-order' }).success).toBe(true)
})
