import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { requiredSupplementaryForms } from './required-forms.ts'
import { type DeathFacts, SupplementaryFormKind } from './supplementary-form.ts'

const atHome: DeathFacts = {
  ageBand: '1-4y',
  placeOfDeath: 'home',
  jarTriggers: [],
  flags: [],
  conditions: [],
  occurrences: [],
}
const neededFor = (facts: Partial<DeathFacts>) =>
  requiredSupplementaryForms({ ...atHome, ...facts }).needed.map(({ kind }) => kind)

describe('which supplementary forms a death needs', () => {
  test.each<[string, Partial<DeathFacts>, SupplementaryFormKind[]]>([
    ['at home, with nothing else known', {}, []],
    [
      'of a baby under 28 days on a neonatal unit',
      { ageBand: '0-27d', placeOfDeath: 'neonatal-unit' },
      ['delivery-suite-or-neonatal-unit'],
    ],
    [
      'of a baby under 28 days in the delivery suite',
      { ageBand: '0-27d', placeOfDeath: 'delivery-suite' },
      ['delivery-suite-or-neonatal-unit'],
    ],
    [
      'of an infant who never left the neonatal unit',
      { ageBand: '28-364d', placeOfDeath: 'neonatal-unit' },
      ['care-pathway'],
    ],
    ['after an admission', { placeOfDeath: 'intensive-care-unit' }, ['care-pathway']],
    ['in the emergency department', { placeOfDeath: 'emergency-department' }, []],
    ['without apparent cause', { jarTriggers: ['sudden-no-apparent-cause'] }, ['sudden-unexpected-death']],
    [
      'with a palliative care plan, in a hospice',
      { placeOfDeath: 'hospice', flags: ['palliative-care-plan'] },
      ['life-limiting-condition'],
    ],
    [
      'of a child with asthma and a heart condition',
      { conditions: ['asthma', 'cardiac'] },
      ['asthma-anaphylaxis', 'cardiac'],
    ],
    ['of a child with no known condition', { conditions: ['none', 'other'] }, []],
    ['by drowning', { occurrences: ['drowning'] }, ['drowning']],
  ])('%s', (_death, facts, kinds) => {
    expect(neededFor(facts)).toEqual(kinds)
  })

  test('says every reason, once for each form', () => {
    const { needed } = requiredSupplementaryForms({
      ...atHome,
      flags: ['life-limiting-condition', 'palliative-care-plan'],
      conditions: ['life-limiting', 'life-limiting'],
    })
    expect(needed).toEqual([
      { kind: 'life-limiting-condition', because: ['life-limiting-notified', 'condition-known'] },
    ])
  })

  test('an external cause alone needs one of several, until somebody says what happened', () => {
    const external = { ...atHome, jarTriggers: ['external-cause'] }
    const before = requiredSupplementaryForms(external)
    expect(before.needed).toEqual([])
    expect(before.open).toMatchObject([{ because: 'external-cause' }])
    expect(before.open[0]?.among).toContain('vehicle-collision')
    const after = requiredSupplementaryForms({ ...external, occurrences: ['vehicle-collision'] })
    expect(after.needed.map(({ kind }) => kind)).toEqual(['vehicle-collision'])
    expect(after.open).toEqual([])
  })

  test('every form can be needed, and more known never needs fewer forms', () => {
    for (const kind of SupplementaryFormKind.options)
      expect(neededFor({ occurrences: [kind] })).toEqual([kind])
    const codes = (...known: string[]) => fc.subarray([...known, 'a-code-of-next-year'])
    const facts = fc.record({
      ageBand: fc.constantFrom<DeathFacts['ageBand']>('0-27d', '28-364d', '15-17y'),
      placeOfDeath: fc.constantFrom('home', 'neonatal-unit', 'paediatric-ward', 'a-place-of-next-year'),
      jarTriggers: codes('external-cause', 'sudden-no-apparent-cause', 'suspicion-not-natural'),
      flags: codes('life-limiting-condition', 'custody'),
      conditions: codes('asthma', 'epilepsy', 'diabetes', 'cancer'),
      occurrences: codes('drowning', 'fall'),
    })
    fc.assert(
      fc.property(facts, facts, (less, other) => {
        const more = {
          ...less,
          jarTriggers: [...less.jarTriggers, ...other.jarTriggers],
          flags: [...less.flags, ...other.flags],
          conditions: [...less.conditions, ...other.conditions],
          occurrences: [...less.occurrences, ...other.occurrences],
        }
        const kinds = requiredSupplementaryForms(more).needed.map(({ kind }) => kind)
        for (const { kind } of requiredSupplementaryForms(less).needed) expect(kinds).toContain(kind)
        expect(new Set(kinds).size).toBe(kinds.length)
      }),
      { numRuns: 200 },
    )
  })
})
