import { PlainDate, toTemporal } from '@cdop/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writtenDate } from './written-date.ts'

test('a date is written as people in England write it', () => {
  expect(writtenDate(PlainDate.parse('2026-11-14'))).toBe('14 November 2026')
  expect(writtenDate(PlainDate.parse('2024-02-29'))).toBe('29 February 2024')
})

test('every date is written with its own day, month and year', () => {
  const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(days, (day) => {
      const date = PlainDate.parse(day.toISOString().slice(0, 10))
      const { day: inMonth, year } = toTemporal(date)
      expect(writtenDate(date)).toMatch(new RegExp(`^${inMonth} [A-Z][a-z]+ ${year}$`))
      expect(new Date(`${writtenDate(date)} UTC`).toISOString().slice(0, 10)).toBe(date)
    }),
  )
})
