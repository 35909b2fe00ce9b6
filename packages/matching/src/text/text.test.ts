import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editDistance } from './edit-distance.ts'
import { folded } from './fold.ts'
import { jaroWinkler } from './jaro-winkler.ts'
import { dateLevel, figuresLevel, wording, wordingLevel } from './likeness.ts'
import { soundOf, soundsOf } from './sounds.ts'

const short = fc.string({ unit: fc.constantFrom(...'abc 1'), maxLength: 12 })

/** The definition, slowly: fewest single steps, a swap of neighbours being one. */
function slowly(one: string, other: string): number {
  if (one === '' || other === '') return one.length + other.length
  const [a, b] = [one.at(-1), other.at(-1)]
  const swap =
    one.length > 1 && other.length > 1 && a === other.at(-2) && b === one.at(-2)
      ? slowly(one.slice(0, -2), other.slice(0, -2)) + 1
      : Number.POSITIVE_INFINITY
  return Math.min(
    slowly(one.slice(0, -1), other) + 1,
    slowly(one, other.slice(0, -1)) + 1,
    slowly(one.slice(0, -1), other.slice(0, -1)) + (a === b ? 0 : 1),
    swap,
  )
}

describe('slips of the pen', () => {
  test('are counted as defined, whichever text comes first', () => {
    const tiny = fc.string({ unit: fc.constantFrom(...'ab1'), maxLength: 6 })
    fc.assert(
      fc.property(tiny, tiny, fc.integer({ min: 0, max: 4 }), (one, other, most) => {
        const counted = Math.min(slowly(one, other), most + 1)
        expect(editDistance(one, other, most)).toBe(counted)
        expect(editDistance(other, one, most)).toBe(counted)
      }),
      { numRuns: 300 },
    )
  })

  test('of a very long text are counted in its beginning', () => {
    expect(editDistance('a'.repeat(1000), 'a'.repeat(1001), 2)).toBe(0)
    expect(editDistance(`b${'a'.repeat(999)}`, 'a'.repeat(1000), 2)).toBe(1)
  })
})

describe('likeness of names', () => {
  // Published values (Winkler 1990).
  test.each([
    ['martha', 'marhta', 0.961],
    ['dwayne', 'duane', 0.84],
    ['dixon', 'dicksonx', 0.813],
  ])('of %s and %s is the published one', (one, other, published) => {
    expect(jaroWinkler(one, other)).toBeCloseTo(published, 3)
  })

  test('is between nothing and all, the same both ways, and all for a name and itself', () => {
    fc.assert(
      fc.property(short, short, (one, other) => {
        const like = jaroWinkler(one, other)
        expect(like).toBeGreaterThanOrEqual(0)
        expect(like).toBeLessThanOrEqual(1)
        expect(like).toBeCloseTo(jaroWinkler(other, one), 12)
        if (one !== '') expect(jaroWinkler(one, one)).toBe(1)
      }),
    )
  })

  test('by level does not depend on which comes first', () => {
    fc.assert(
      fc.property(short.map(folded), short.map(folded), (one, other) => {
        expect(wordingLevel(wording(one), wording(other))).toBe(wordingLevel(wording(other), wording(one)))
      }),
    )
  })

  test.each([
    ['Éva O’Brien-Luczak', 'eva obrien luczak', 0],
    ['maria del carmen', 'del carmen maria', 1],
    ['mary ann', 'maryann', 1],
    ['catherine', 'cathrine', 1],
    ['stephen', 'steven', 2],
    ['smith', 'jones', 4],
  ])('%s and %s', (one, other, level) => {
    expect(wordingLevel(wording(folded(one)), wording(folded(other)))).toBe(level)
  })
})

describe('figures and dates', () => {
  test.each([
    ['9990000018', '9990000018', 0],
    ['9990000018', '9990000081', 1],
    ['9990000018', '999000018', 1],
    ['9990000018', '9990001118', 2],
    ['9990000018', '1234567890', 3],
  ])('numbers %s and %s', (one, other, level) => expect(figuresLevel(one, other)).toBe(level))

  test.each([
    ['20190711', '20190711', 0],
    ['20190711', '20191107', 1],
    ['20190711', '20190771', 1],
    ['20190711', '20190712', 1],
    ['20190711', '20190723', 2],
    ['20190711', '20190128', 3],
    ['20190711', '20051224', 4],
  ])('dates %s and %s', (one, other, level) => expect(dateLevel(one, other)).toBe(level))
})

test('names that sound alike share a sound; a name in another script stands for itself', () => {
  expect(soundOf('Catherine')).toBe(soundOf('Kathryn'))
  expect(soundOf('Philip')).toBe(soundOf('Filip'))
  expect(soundsOf('王')).toEqual([])
  expect(soundOf('王')).toBe('王')
})
