import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { caseReference } from '../case/case-reference.ts'
import { bankHolidays } from '../clock/bank-holidays.ts'
import { isWorkingDay, workingDaysBetween } from '../clock/working-day.ts'
import { addDays, PlainDate } from '../plain-date/plain-date.ts'
import {
  ANSWER_WORKING_DAYS,
  answerDueOn,
  ChallengeAct,
  ChallengeState,
  challengeAfter,
  challengeCounts,
  isChallengeOverdue,
} from './challenge.ts'
import { pointersIn } from './pointing-at-a-case.ts'

const today = PlainDate.parse('2026-03-02')

describe('a challenge', () => {
  test('ends only when the scrutineer accepts an answer, and then stays so', () => {
    for (const state of ChallengeState.options) {
      for (const act of ChallengeAct.options) {
        const after = challengeAfter(state, act)
        if (after === 'accepted') expect([state, act]).toEqual(['answered', 'accept'])
        if (state === 'accepted') expect(after).toBeNull()
      }
    }
  })

  test('that is pressed on is owed an answer again', () => {
    expect(challengeAfter('open', 'answer')).toBe('answered')
    expect(challengeAfter('answered', 'press')).toBe('open')
    expect(challengeAfter('open', 'press')).toBeNull()
    expect(challengeAfter('open', 'accept')).toBeNull()
  })

  test('is to be answered within ten working days, over Easter as well', () => {
    expect(answerDueOn(PlainDate.parse('2026-03-02'), bankHolidays)).toBe('2026-03-16')
    expect(answerDueOn(PlainDate.parse('2026-04-01'), bankHolidays)).toBe('2026-04-17')
    fc.assert(
      fc.property(fc.nat(2000), (days) => {
        const day = addDays(PlainDate.parse('2020-01-01'), days)
        const due = answerDueOn(day, bankHolidays)
        expect(isWorkingDay(due, bankHolidays)).toBe(true)
        expect(workingDaysBetween(day, due, bankHolidays)).toBe(ANSWER_WORKING_DAYS)
      }),
    )
  })

  test('is late after its day, and only while the area owes the answer', () => {
    expect(isChallengeOverdue({ state: 'open', dueOn: today }, today)).toBe(false)
    expect(isChallengeOverdue({ state: 'open', dueOn: addDays(today, -1) }, today)).toBe(true)
    expect(isChallengeOverdue({ state: 'answered', dueOn: addDays(today, -1) }, today)).toBe(false)
  })

  test('is counted once, wherever it stands', () => {
    const any = fc.record({
      state: fc.constantFrom(...ChallengeState.options),
      dueOn: fc.integer({ min: -20, max: 20 }).map((days) => addDays(today, days)),
    })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), (made) => {
        const { open, answered, accepted, overdue } = challengeCounts(made, today)
        expect(open + answered + accepted).toBe(made.length)
        expect(overdue).toBeLessThanOrEqual(open)
      }),
    )
  })
})

describe('words of somebody who may know of no case', () => {
  test('are found to point at a child by an NHS number or a case reference, however they are written', () => {
    const reference = caseReference('LDS', 2026, Uint8Array.of(1, 2, 3, 4, 5, 6))
    expect(pointersIn('The child 999 000 0018 was not heard.')).toEqual(['nhs-number'])
    expect(pointersIn('See 999-000-0018.')).toEqual(['nhs-number'])
    expect(pointersIn(`As in ${reference.toLowerCase()}, nothing came of it.`)).toEqual(['case-reference'])
  })

  test('keep their telephone numbers, years and references of recommendations', () => {
    expect(pointersIn('R-2026-014 of 2026, ask 0113 496 0000: 139 of 155, 1234567890.')).toEqual([])
  })
})
