import { describe, expect, test } from 'vitest'
import { PlainDate } from '../plain-date/plain-date.ts'
import { GssCode, isInUse, nameOn, OdsCode } from './organisation.ts'

const day = (date: string) => PlainDate.parse(date)

describe('the codes of an organisation', () => {
  test.each([
    ['RR8', 'RR8'],
    [' y 012 34 ', 'Y01234'],
    ['ee100123', 'EE100123'],
  ])('ODS code %j is taken as %s', (typed, code) => {
    expect(OdsCode.parse(typed)).toBe(code)
  })

  test.each(['', 'R8', 'RR8-01', 'RR8ABCDEFGHIJ', 'ЯR8'])('%j is no ODS code', (typed) => {
    expect(OdsCode.safeParse(typed).success).toBe(false)
  })

  test('a GSS code is a letter of a country and 8 digits', () => {
    expect(GssCode.parse('e08 000 035')).toBe('E08000035')
    for (const typed of ['E0800003', 'E080000355', 'X08000035', '08000035', '']) {
      expect(GssCode.safeParse(typed).success).toBe(false)
    }
  })
})

describe('what an organisation is called', () => {
  const renamed = [
    { name: 'Second', from: day('2025-04-01') },
    { name: 'Fourth', from: day('2026-04-01') },
    { name: 'Second, spelled rightly', from: day('2025-04-01') },
  ]

  test.each([
    ['2025-03-31', 'First'],
    ['2025-04-01', 'Second, spelled rightly'],
    ['2026-03-31', 'Second, spelled rightly'],
    ['2026-04-01', 'Fourth'],
  ])('on %s is its name of that day', (on, name) => {
    expect(nameOn('First', renamed, day(on))).toBe(name)
  })
})

test('an organisation can be asked from its first to its last day', () => {
  const dates = { activeFrom: day('2025-04-01'), activeTo: day('2026-03-31') }
  expect(
    ['2025-03-31', '2025-04-01', '2026-03-31', '2026-04-01'].map((on) => isInUse(dates, day(on))),
  ).toEqual([false, true, true, false])
  expect(isInUse({ activeFrom: null, activeTo: null }, day('1900-01-01'))).toBe(true)
})
