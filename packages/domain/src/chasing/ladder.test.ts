import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bankHolidays } from '../clock/bank-holidays.ts'
import { addWorkingDays, isWorkingDay, shiftWorkingDays } from '../clock/working-day.ts'
import { addDays, PlainDate } from '../plain-date/plain-date.ts'
import { ChasingLadder, defaultLadder, isMailed, stepDue, stepsAhead, type TakenStep } from './ladder.ts'

const on = (date: string) => PlainDate.parse(date)
const sentOn = on('2026-03-02')
const dueOn = on('2026-03-23')
const due = (today: string, taken: readonly TakenStep[] = []) =>
  stepDue({ sentOn, dueOn, taken }, defaultLadder, on(today), bankHolidays)?.step ?? null

test('an agency hears three working days before the date, on it, and twice after it; then a person takes over', () => {
  expect(stepsAhead({ sentOn, dueOn, taken: [] }, defaultLadder, bankHolidays)).toEqual([
    { step: 'courtesy-note', on: '2026-03-18' },
    { step: 'due-today', on: '2026-03-23' },
    { step: 'first-reminder', on: '2026-03-26' },
    // Good Friday is 3 April, Easter Monday 6 April.
    { step: 'second-reminder', on: '2026-04-02' },
    { step: 'executive', on: '2026-04-13' },
    { step: 'partner-lead', on: '2026-04-22' },
    // The early May bank holiday is 4 May.
    { step: 'section-16n-letter', on: '2026-05-07' },
  ])
})

test('nothing is due before its day, and on its day it is', () => {
  expect([due('2026-03-17'), due('2026-03-18')]).toEqual([null, 'courtesy-note'])
  const taken = [{ step: 'courtesy-note' as const, on: on('2026-03-18') }]
  expect([due('2026-03-18', taken), due('2026-03-20', taken), due('2026-03-23', taken)]).toEqual([
    null,
    null,
    'due-today',
  ])
})

test('of mails nobody sent in time only the last goes, and nobody is escalated before it', () => {
  expect(due('2026-06-30')).toBe('second-reminder')
  const taken = [{ step: 'second-reminder' as const, on: on('2026-06-30') }]
  // The five working days between the two rungs are kept.
  expect([due('2026-06-30', taken), due('2026-07-06', taken), due('2026-07-07', taken)]).toEqual([
    null,
    null,
    'executive',
  ])
})

test('one rung after another needs a person, each with the time between', () => {
  const executive = [{ step: 'executive' as const, on: on('2026-07-07') }]
  expect([due('2026-07-15', executive), due('2026-07-16', executive)]).toEqual([null, 'partner-lead'])
  const letter = [...executive, { step: 'section-16n-letter' as const, on: on('2026-08-03') }]
  expect(due('2026-12-31', letter)).toBeNull()
})

test('an agency asked for an answer by tomorrow is not told so again on the same day', () => {
  const urgent = { sentOn, dueOn: on('2026-03-03'), taken: [] }
  expect(stepsAhead(urgent, defaultLadder, bankHolidays).at(0)).toEqual({
    step: 'due-today',
    on: '2026-03-03',
  })
})

test('a ladder goes upwards', () => {
  const rungs = (...steps: [string, number][]) =>
    ChasingLadder.safeParse(steps.map(([step, workingDays]) => ({ step, workingDays }))).success
  expect(rungs()).toBe(true)
  expect(rungs(['due-today', 0], ['executive', 10])).toBe(true)
  expect(rungs(['executive', 0], ['due-today', 10])).toBe(false)
  expect(rungs(['due-today', 0], ['due-today', 5])).toBe(false)
  expect(rungs(['due-today', 5], ['executive', 5])).toBe(false)
  expect(rungs(['due-today', 0.5])).toBe(false)
})

const someDay = fc.integer({ min: 0, max: 2_000 }).map((days) => addDays(on('2021-01-01'), days))
const someLadder = fc.subarray([...defaultLadder])

test('whoever looks, and however often they miss a day, no rung comes twice, none below another, none too early', () => {
  fc.assert(
    fc.property(
      someDay,
      someLadder,
      fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 30 }),
      (sent, ladder, pauses) => {
        const request = { sentOn: sent, dueOn: addWorkingDays(sent, 15, bankHolidays) }
        const taken: TakenStep[] = []
        let today = sent
        for (const pause of pauses) {
          today = addDays(today, pause)
          const step = stepDue({ ...request, taken }, ladder, today, bankHolidays)
          if (step === null) continue
          const rung = ladder.findIndex((one) => one.step === step.step)
          const before = ladder.findIndex((one) => one.step === taken.at(-1)?.step)
          expect(rung).toBeGreaterThan(before)
          const offset = ladder[rung]?.workingDays ?? 0
          expect(today >= shiftWorkingDays(request.dueOn, offset, bankHolidays)).toBe(true)
          if (!isMailed(step.step)) {
            expect(ladder.slice(before + 1, rung).every((one) => isMailed(one.step))).toBe(true)
          }
          taken.push({ step: step.step, on: today })
        }
      },
    ),
    { numRuns: 100 },
  )
})

test('working days backwards undo working days forwards', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 1, max: 60 }), (from, days) => {
      const back = shiftWorkingDays(from, -days, bankHolidays)
      expect(isWorkingDay(back, bankHolidays)).toBe(true)
      if (isWorkingDay(from, bankHolidays)) expect(addWorkingDays(back, days, bankHolidays)).toBe(from)
    }),
    { numRuns: 100 },
  )
})
