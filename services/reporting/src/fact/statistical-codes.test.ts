import { NOTIFICATION_FORM, statutoryForms } from '@cdop/forms'
import { describe, expect, test } from 'vitest'
import { ethnicGroup, expectedness, placeOfDeath } from './statistical-codes.ts'

/** What any version of the form offers, each code once. */
function offered(binding: string): { code: string; text: string }[] {
  const options = statutoryForms
    .filter(({ url }) => url === NOTIFICATION_FORM)
    .flatMap(({ pages }) => pages.flatMap(({ items }) => items))
    .flatMap((item) => (item.kind === 'choice' && item.binding === binding ? item.options : []))
  return [...new Map(options.map((option) => [option.code, option])).values()]
}

describe('what the notification form asks, as it is counted', () => {
  test('every place of death has its line; theatre is hospital; transit, custody and work are other places', () => {
    const places = offered('death.placeOfDeath')
    expect(places.length).toBeGreaterThan(15)
    const other = places.filter(({ code }) => placeOfDeath(code) === 'other').map(({ code }) => code)
    expect(other).toEqual(['in-transit', 'custody', 'place-of-work', 'other'])
    expect(placeOfDeath('operating-theatre')).toBe('hospital-other')
    expect(placeOfDeath('not-known')).toBe('not-known')
  })

  test('every ethnic category stands in a published group; not stated is not known', () => {
    const unknown = offered('child.ethnicCategory').filter(({ code }) => ethnicGroup(code) === 'not-known')
    expect(unknown.map(({ code }) => code)).toEqual(['Z'])
    expect(ethnicGroup('K')).toBe('asian-or-asian-british')
  })

  test('a code nobody knows is counted and not lost, even one that names a property of objects', () => {
    expect([placeOfDeath('constructor'), ethnicGroup('toString'), expectedness('__proto__')]).toEqual([
      'other',
      'not-known',
      'not-known',
    ])
    expect(expectedness('unexpected')).toBe('unexpected')
  })
})
