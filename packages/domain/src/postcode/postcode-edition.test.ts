import { describe, expect, test } from 'vitest'
import { PlainDate } from '../plain-date/plain-date.ts'
import { editionFor, PlainMonth, type PostcodeEdition, readPostcodeEdition } from './postcode-edition.ts'

const of = (product: PostcodeEdition['product'], month: string): PostcodeEdition => ({
  product,
  month: PlainMonth.parse(month),
})
const died = (on: string) => PlainDate.parse(on)

describe('the name of an edition', () => {
  test.each([
    ['ONSPD_FEB_2026', of('ONSPD', '2026-02')],
    ['nspl_nov_2021_UK', of('NSPL', '2021-11')],
    [' ONSPD_DEC_2025_uk ', of('ONSPD', '2025-12')],
  ])('is read as its publisher writes it: %s', (name, edition) => {
    expect(readPostcodeEdition(name)).toEqual(edition)
  })

  test.each(['', 'ONSPD', 'ONSPD_2026_FEB', 'ONSPD_FEV_2026', 'ONSPD_FEB_26', 'NHSPD_FEB_2026', '2026-02'])(
    'is not guessed from "%s"',
    (name) => {
      expect(readPostcodeEdition(name)).toBeNull()
    },
  )
})

describe('the edition a postcode is read by', () => {
  const editions = [
    of('NSPL', '2026-02'),
    of('ONSPD', '2025-11'),
    of('ONSPD', '2026-02'),
    of('ONSPD', '2026-05'),
  ]

  test.each([
    ['2025-12-24', of('ONSPD', '2025-11')],
    ['2026-02-01', of('ONSPD', '2026-02')],
    ['2026-04-30', of('ONSPD', '2026-02')],
    ['2027-01-01', of('ONSPD', '2026-05')],
  ])('is the newest that was out on the day of death, %s', (on, edition) => {
    expect(editionFor(editions, died(on))).toEqual(edition)
  })

  test('is the oldest where all of them came later, the directory before the lookup', () => {
    expect(editionFor(editions, died('2019-10-01'))).toEqual(of('ONSPD', '2025-11'))
    expect(editionFor([of('NSPL', '2026-02'), of('ONSPD', '2026-02')], died('2019-10-01'))).toEqual(
      of('ONSPD', '2026-02'),
    )
  })

  test('is none where none was loaded', () => {
    expect(editionFor([], died('2026-01-01'))).toBeNull()
  })
})
