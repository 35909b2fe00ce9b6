import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CaseReference, caseReference } from './case-reference.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXY'
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

const areaCode = fc
  .array(fc.constantFrom(...LETTERS), { minLength: 2, maxLength: 6 })
  .map((letters) => letters.join(''))

const reference = fc
  .tuple(areaCode, fc.integer({ min: 2019, max: 2099 }), fc.uint8Array({ minLength: 6, maxLength: 12 }))
  .map(([code, year, random]) => caseReference(code, year, random))

const accepts = (typed: string) => CaseReference.safeParse(typed).success

/** Where the number and its check character stand; the separators are not counted. */
const placesOf = (made: string) => [-8, -7, -6, -5, -4, -3, -1].map((fromEnd) => made.length + fromEnd)

function replaced(text: string, place: number, character: string): string {
  return `${text.slice(0, place)}${character}${text.slice(place + 1)}`
}

describe('a case reference', () => {
  test('says area, year, six random characters and a check', () => {
    const made = caseReference('LDS', 2026, Uint8Array.of(0, 1, 30, 31, 62, 255))
    expect(made).toMatch(/^LDS-2026-01Y007-[0-9A-Y]$/)
    expect(CaseReference.parse(made)).toBe(made)
  })

  test('as it was made is always accepted', () => {
    fc.assert(
      fc.property(reference, (made) => {
        expect(accepts(made)).toBe(true)
      }),
    )
  })

  test('with any one character of its number wrong is refused', () => {
    fc.assert(
      fc.property(reference, fc.nat(6), fc.constantFrom(...ALPHABET), (made, index, character) => {
        const place = placesOf(made)[index] ?? 0
        fc.pre(made[place] !== character)
        expect(accepts(replaced(made, place, character))).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })

  test('with any two neighbours of its number swapped is refused', () => {
    fc.assert(
      fc.property(reference, fc.nat(4), (made, index) => {
        const place = placesOf(made)[index] ?? 0
        const [left, right] = [made.charAt(place), made.charAt(place + 1)]
        fc.pre(left !== right)
        expect(accepts(replaced(replaced(made, place, right), place + 1, left))).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })

  test('with another year is refused', () => {
    fc.assert(
      fc.property(reference, fc.integer({ min: 1, max: 9 }), (made, off) => {
        const place = made.length - 10
        const year = String((Number(made[place]) + off) % 10)
        expect(accepts(replaced(made, place, year))).toBe(false)
      }),
    )
  })

  test.each(['I', 'L', 'O', 'U', 'Z'])('has no %s in its number, which would be misread', (letter) => {
    fc.assert(
      fc.property(reference, fc.nat(6), (made, index) => {
        expect(accepts(replaced(made, placesOf(made)[index] ?? 0, letter))).toBe(false)
      }),
      { numRuns: 20 },
    )
  })
})
