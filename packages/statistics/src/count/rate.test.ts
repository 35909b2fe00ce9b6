import { describe, expect, test } from 'vitest'
import { deaths } from './count.ts'
import { formatRate, roundedHalfAway } from './format.ts'
import { rate } from './rate.ts'

const implied = {
  value: (3577 / 29.8) * 100_000,
  name: 'Children aged 0 to 17, England',
  source: 'Implied by the printed rate, not ONS',
}
const children = { value: 100_000, name: 'Children aged 0 to 17', source: 'Invented' }

describe('rates follow the rule of the Office for National Statistics', () => {
  test.each([
    [0, '[x]'],
    [2, '[x]'],
    [3, '3.0 [u]'],
    [19, '19.0 [u]'],
    [20, '20.0'],
  ])('%i deaths: %s', (count, text) => {
    expect(formatRate(rate(deaths(count), children, 100_000))).toBe(text)
  })

  test("England's printed rate comes back, with its denominator's source", () => {
    const found = rate(deaths(3577), implied, 100_000)
    expect(formatRate(found)).toBe('29.8')
    expect(found.denominator.source).toBe('Implied by the printed rate, not ONS')
  })

  test('a rate carries its limits: exact below 10 deaths, Byar from 10', () => {
    expect(rate(deaths(9), children, 100_000)).toMatchObject({ interval: { method: 'exact-poisson' } })
    expect(rate(deaths(10), children, 100_000)).toMatchObject({ interval: { method: 'byar' } })
  })

  test('nobody divides by nobody', () => {
    expect(() => rate(deaths(9), { ...children, value: 0 }, 1000)).toThrow()
  })
})

test.each([
  [6.25, 1, '6.3'],
  [-6.25, 1, '-6.3'],
  [0.35, 1, '0.4'],
  [1.005, 2, '1.01'],
  [2.5, 0, '3'],
  [-0.04, 1, '0.0'],
  [1e-9, 1, '0.0'],
  [100, 1, '100.0'],
  [12_000_000.05, 1, '12000000.1'],
])('%d is printed with %i decimals as %s', (value, places, text) => {
  expect(roundedHalfAway(value, places)).toBe(text)
})
