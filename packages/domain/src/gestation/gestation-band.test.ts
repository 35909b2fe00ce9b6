import { expect, test } from 'vitest'
import { gestationBand } from './gestation-band.ts'

test.each([
  [23, 'under-24w'],
  [24, '24-27w'],
  [27, '24-27w'],
  [28, '28-31w'],
  [31, '28-31w'],
  [32, '32-36w'],
  [36, '32-36w'],
  [37, '37w-and-over'],
  [42, '37w-and-over'],
])('a birth at %i completed weeks is counted in the band %s', (weeks, band) => {
  expect(gestationBand(weeks)).toBe(band)
})
