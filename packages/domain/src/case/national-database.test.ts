import { expect, test } from 'vitest'
import { PlainDate } from '../plain-date/plain-date.ts'
import { mayGoToNationalDatabase, requireClosing } from './national-database.ts'

test('the national database never hears of a case the panel reviewed before it began', () => {
  const reviewed = (day: string) => mayGoToNationalDatabase({ reviewedOn: PlainDate.parse(day) })
  expect(reviewed('2019-03-31')).toBe(false)
  expect(reviewed('2019-04-01')).toBe(true)
  expect(mayGoToNationalDatabase({ reviewedOn: null })).toBe(true)
  // Reopened: the first review decides.
  const [before, since] = [PlainDate.parse('2019-03-31'), PlainDate.parse('2026-03-02')]
  expect(mayGoToNationalDatabase({ reviewedOn: since, firstReviewedOn: before })).toBe(false)
  expect(mayGoToNationalDatabase({ reviewedOn: null, firstReviewedOn: before })).toBe(false)
  expect(mayGoToNationalDatabase({ reviewedOn: since, firstReviewedOn: since })).toBe(true)
})

test('a case reviewed before the national database began is closed without a day, any other with one', () => {
  const [before, since] = [PlainDate.parse('2019-03-31'), PlainDate.parse('2019-04-01')]
  const never = { reviewedOn: before, firstReviewedOn: null }
  const usual = { reviewedOn: since, firstReviewedOn: null }
  expect(() => requireClosing(never, null)).not.toThrow()
  expect(() => requireClosing(never, since)).toThrow('not-for-national-database')
  expect(() => requireClosing(usual, since)).not.toThrow()
  expect(() => requireClosing(usual, null)).toThrow('national-day-missing')
  expect(() => requireClosing({ reviewedOn: since, firstReviewedOn: before }, null)).not.toThrow()
})
