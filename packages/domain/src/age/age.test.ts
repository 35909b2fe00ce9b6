import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, PlainDate } from '../plain-date/plain-date.ts'
import { AgeBand, ageBand, ageInYears } from './age.ts'

const on = (date: string) => PlainDate.parse(date)
const band = (born: string, died: string) => ageBand(on(born), on(died))

describe('the age band at death', () => {
  test.each([
    ['on the day of birth', '2024-02-01', '2024-02-01', '0-27d'],
    ['at 27 days, across a leap day', '2024-02-01', '2024-02-28', '0-27d'],
    ['at 28 days, on the leap day', '2024-02-01', '2024-02-29', '28-364d'],
    ['the day before the first birthday', '2023-05-10', '2024-05-09', '28-364d'],
    ['on the first birthday', '2023-05-10', '2024-05-10', '1-4y'],
    ['the day before the fifth', '2019-05-10', '2024-05-09', '1-4y'],
    ['on the fifth', '2019-05-10', '2024-05-10', '5-9y'],
    ['the day before the tenth', '2014-05-10', '2024-05-09', '5-9y'],
    ['on the tenth', '2014-05-10', '2024-05-10', '10-14y'],
    ['the day before the fifteenth', '2009-05-10', '2024-05-09', '10-14y'],
    ['on the fifteenth', '2009-05-10', '2024-05-10', '15-17y'],
    ['the day before the eighteenth', '2006-05-10', '2024-05-09', '15-17y'],
  ])('%s', (_, born, died, expected) => {
    expect(band(born, died)).toBe(expected)
  })

  test('there is none from the eighteenth birthday on, nor before birth', () => {
    expect(band('2006-05-10', '2024-05-10')).toBeNull()
    expect(band('1950-01-01', '2024-05-10')).toBeNull()
    expect(band('2024-05-10', '2024-05-09')).toBeNull()
  })

  test('only moves up as a child grows older', () => {
    const born = fc.integer({ min: 0, max: 9000 }).map((days) => addDays(on('2000-01-01'), days))
    fc.assert(
      fc.property(born, fc.nat(7000), fc.nat(400), (birth, days, more) => {
        const order = (age: number) => {
          const found = ageBand(birth, addDays(birth, age))
          return found === null ? AgeBand.options.length : AgeBand.options.indexOf(found)
        }
        expect(order(days + more)).toBeGreaterThanOrEqual(order(days))
      }),
    )
  })
})

describe('years of age', () => {
  test('a child born on 29 February completes a year on 1 March of a common year', () => {
    expect(ageInYears(on('2008-02-29'), on('2026-02-28'))).toBe(17)
    expect(ageInYears(on('2008-02-29'), on('2026-03-01'))).toBe(18)
    expect(ageInYears(on('2008-02-29'), on('2024-02-29'))).toBe(16)
  })
})
