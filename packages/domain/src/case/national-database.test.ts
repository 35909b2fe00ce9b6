import { expect, test } from 'vitest'
import { PlainDate } from '../plain-date/plain-date.ts'
import { mayGoToNationalDatabase } from './national-database.ts'

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
