import { describe, expect, test } from 'vitest'
import { bankHolidays } from '../clock/bank-holidays.ts'
import { PlainDate } from '../plain-date/plain-date.ts'
import { selfAssessmentStep } from './self-assessment-step.ts'

const day = (date: string) => PlainDate.parse(date)
const year = { openedOn: day('2026-03-02'), dueOn: day('2026-03-20') }

describe('a reminder of a self-assessment', () => {
  test.each([
    ['2026-03-12', null],
    ['2026-03-13', 'before'],
    ['2026-03-19', 'before'],
    ['2026-03-20', 'due'],
    ['2026-03-26', 'due'],
    ['2026-03-27', 'after-first'],
    // Good Friday and Easter Monday are no working days.
    ['2026-04-06', 'after-first'],
    ['2026-04-07', 'after-second'],
    ['2026-12-01', 'after-second'],
  ])('is on %s: %s', (today, step) => {
    expect(selfAssessmentStep(year, day(today), bankHolidays)).toBe(step)
  })

  test('is not of what was due when the year was opened', () => {
    const late = { openedOn: day('2026-03-18'), dueOn: day('2026-03-20') }
    expect(selfAssessmentStep(late, day('2026-03-19'), bankHolidays)).toBeNull()
    expect(selfAssessmentStep(late, day('2026-03-20'), bankHolidays)).toBe('due')
    const atOnce = { openedOn: day('2026-03-20'), dueOn: day('2026-03-20') }
    expect(selfAssessmentStep(atOnce, day('2026-03-20'), bankHolidays)).toBeNull()
  })
})
