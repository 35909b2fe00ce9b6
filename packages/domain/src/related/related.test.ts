import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { JarTrigger } from '../joint-agency-response/jar-trigger.ts'
import { Sex } from '../notification/notification.ts'
import { addDays, PlainDate } from '../plain-date/plain-date.ts'
import { Refusal } from '../refusal/refusal.ts'
import type { RelatedRecord } from './related-record.ts'
import {
  groundsOf,
  householdKinds,
  nextRelatedStates,
  RelatedGround,
  RelatedState,
  stepRelated,
} from './related-state.ts'
import { relationsBetween } from './relations-between.ts'

const born = PlainDate.parse('2024-03-10')
const died = PlainDate.parse('2026-02-27')

const stranger: RelatedRecord = {
  nhsNumber: null,
  motherNhsNumber: null,
  familyName: 'KLFR',
  givenName: 'MRKL',
  sex: 'female',
  dateOfBirth: born,
  dateOfDeath: died,
  ofSeveral: null,
  birthOrder: null,
  adults: [],
  children: [],
  homes: [],
  neighbourhoods: [],
  schools: [],
  places: [],
  kindsOfDeath: [],
}
const mother = { name: 'ANN KLFR', dateOfBirth: PlainDate.parse('1994-01-02'), is: 'mother' as const }
const home = 'LS11UR|7'
/** Another child, told apart by name and birth. */
const another = { ...stranger, givenName: 'TBS', dateOfBirth: PlainDate.parse('2019-05-05') }
const kinds = (one: object, other: object, review: 'none' | 'undecided' | 'different' = 'none') =>
  relationsBetween({ ...stranger, ...one }, { ...another, ...other }, review).map(({ kind }) => kind)

describe('what two children who died may be to each other', () => {
  test('nothing, where nothing is shared but a name', () => {
    expect(kinds({}, {})).toEqual([])
  })

  test('siblings, by a mother’s number or a parent’s name and date of birth, wherever they lived', () => {
    expect(kinds({ motherNhsNumber: '9990000018' }, { motherNhsNumber: '9990000018' })).toEqual(['sibling'])
    expect(kinds({ adults: [mother] }, { adults: [mother], homes: [home] })).toEqual(['sibling'])
    expect(
      kinds({ adults: [mother] }, { adults: [{ ...mother, dateOfBirth: PlainDate.parse('1990-01-02') }] }),
    ).toEqual([])
  })

  test('a name without a date of birth is a parent of both only in one home', () => {
    const nameless = { ...mother, dateOfBirth: null }
    expect(kinds({ adults: [mother] }, { adults: [nameless] })).toEqual([])
    expect(kinds({ adults: [mother], homes: [home] }, { adults: [nameless], homes: [home] })).toEqual([
      'sibling',
    ])
  })

  test('of one household, by a home or a carer, without being siblings', () => {
    expect(kinds({ homes: [home] }, { homes: [home] })).toEqual(['household'])
    const carer = { ...mother, is: 'carer' as const }
    expect(kinds({ adults: [carer] }, { adults: [carer] })).toEqual(['household'])
  })

  test('siblings where one is named in the household of the other', () => {
    const named = { name: 'TBS', dateOfBirth: another.dateOfBirth, sibling: true }
    expect(kinds({ children: [named] }, {})).toEqual(['sibling'])
    expect(kinds({ children: [{ ...named, sibling: false }] }, {})).toEqual(['household'])
  })

  test('twins as the domain reference has them: same family name, date of birth and address, other places of birth', () => {
    const twin = { ...stranger, givenName: null, homes: [home], ofSeveral: true }
    const [first, second] = [
      { ...twin, nhsNumber: '9990000018', birthOrder: 1 },
      { ...twin, nhsNumber: '9990000026', birthOrder: 2 },
    ]
    expect(relationsBetween(first, second, 'none').map(({ kind }) => kind)).toEqual(['twin'])
    expect(relationsBetween(first, { ...second, birthOrder: null }, 'none')[0]?.kind).toBe('twin')
  })

  test('babies of one pregnancy born weeks apart are of one birth, a year apart they are siblings', () => {
    const withMother = { ...stranger, motherNhsNumber: '9990000018' }
    const after = (days: number) =>
      relationsBetween(withMother, { ...withMother, dateOfBirth: addDays(born, days) }, 'none')[0]?.kind
    expect(after(1)).toBe('twin')
    expect(after(40)).toBe('twin')
    expect(after(160)).toBe('sibling')
    expect(after(365)).toBe('sibling')
  })

  test('two children of one father born the same day to two mothers are not of one birth when each was born alone', () => {
    const father = { ...mother, is: 'parent' as const }
    const alone = { adults: [father], ofSeveral: false, dateOfBirth: born }
    expect(kinds(alone, alone)).toEqual(['sibling'])
  })

  const place = { place: 'LS11UR|7', kind: 'home' as const }
  const hospital = { place: 'invented infirmary', kind: 'hospital' as const }
  const lake = { place: 'invented lake', kind: 'elsewhere' as const }
  const hurt = { kindsOfDeath: ['external-cause'] }
  const sudden = { kindsOfDeath: ['sudden-no-apparent-cause'] }

  test('of one incident: one place, days apart, both sudden or violent, family or not', () => {
    expect(kinds({ ...hurt, places: [lake] }, { ...hurt, places: [lake] })).toEqual(['same-incident'])
    const athome = { ...sudden, places: [place], homes: [home] }
    expect(kinds(athome, athome)).toEqual(['household', 'same-incident'])
    const later = { ...hurt, places: [lake], dateOfDeath: addDays(died, 4) }
    expect(kinds({ ...hurt, places: [lake] }, later)).toEqual(['possible-cluster'])
    expect(kinds({ places: [lake] }, { places: [lake] })).toEqual([])
  })

  test('one hospital on one day is an incident only for children who were hurt', () => {
    expect(kinds({ ...sudden, places: [hospital] }, { ...sudden, places: [hospital] })).toEqual([])
    expect(kinds({ ...hurt, places: [hospital] }, { ...hurt, places: [hospital] })).toEqual(['same-incident'])
  })

  test('possibly of one cluster: one kind of death within a year, near each other or at one school, and no family', () => {
    const near = { ...sudden, neighbourhoods: ['LS1 1'] }
    const older = { ...near, dateOfDeath: addDays(died, -300) }
    expect(kinds(near, older)).toEqual(['possible-cluster'])
    expect(kinds(near, { ...near, dateOfDeath: addDays(died, -366) })).toEqual([])
    expect(kinds(near, { ...older, ...hurt })).toEqual([])
    expect(kinds({ ...hurt, schools: ['elm'] }, { ...hurt, schools: ['elm'] })).toEqual(['possible-cluster'])
    expect(kinds({ ...near, homes: [home] }, { ...older, homes: [home] })).toEqual(['household'])
  })

  test('nothing while it is undecided whether they are one child, and what they are once it is decided', () => {
    const [one, other] = [{ homes: [home] }, { homes: [home] }]
    expect(kinds(one, other, 'undecided')).toEqual([])
    const unnamed = { ...stranger, givenName: null, homes: [home], ofSeveral: true }
    expect(relationsBetween(unnamed, unnamed, 'none')).toEqual([])
    expect(relationsBetween(unnamed, unnamed, 'different').map(({ kind }) => kind)).toEqual(['twin'])
  })
})

const orNull = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null })
const few = <Value>(...values: readonly Value[]) => fc.subarray([...values])
const dates = fc.integer({ min: 0, max: 500 }).map((days) => addDays(born, days))
const record: fc.Arbitrary<RelatedRecord> = fc.record({
  nhsNumber: orNull(fc.constantFrom('9990000018', '9990000026')),
  motherNhsNumber: orNull(fc.constantFrom('9990000034', '9990000042')),
  familyName: orNull(fc.constantFrom('KLFR', 'PNS')),
  givenName: orNull(fc.constantFrom('MRKL', 'TBS')),
  sex: fc.constantFrom(...Sex.options),
  dateOfBirth: orNull(dates),
  dateOfDeath: dates,
  ofSeveral: orNull(fc.boolean()),
  birthOrder: orNull(fc.integer({ min: 1, max: 3 })),
  adults: fc.array(
    fc.record({
      name: fc.constantFrom('ANN KLFR', 'BN PNS'),
      dateOfBirth: orNull(fc.constant(PlainDate.parse('1994-01-02'))),
      is: fc.constantFrom('mother', 'parent', 'carer'),
    }),
    { maxLength: 2 },
  ),
  children: fc.array(
    fc.record({ name: fc.constantFrom('MRKL', 'TBS'), dateOfBirth: dates, sibling: fc.boolean() }),
    { maxLength: 2 },
  ),
  homes: few('LS11UR|7', 'LS12AB|9'),
  neighbourhoods: few('LS1 1', 'LS1 2'),
  schools: few('elm', 'ash'),
  places: fc.array(
    fc.record({
      place: fc.constantFrom('lake', 'infirmary'),
      kind: fc.constantFrom('home', 'hospital', 'elsewhere'),
    }),
    { maxLength: 2 },
  ),
  kindsOfDeath: few(...JarTrigger.options),
})
const review = fc.constantFrom('none', 'undecided', 'different')

describe('for any two records', () => {
  test('the answer is the same whichever is named first', () => {
    fc.assert(
      fc.property(record, record, review, (one, other, said) => {
        expect(relationsBetween(other, one, said)).toEqual(relationsBetween(one, other, said))
      }),
    )
  })

  test('there is at most one relation of birth, family or home and one of incident or cluster, each with reasons', () => {
    fc.assert(
      fc.property(record, record, review, (one, other, said) => {
        const found = relationsBetween(one, other, said)
        const family = found.filter(({ kind }) => householdKinds.includes(kind))
        expect(family.length).toBeLessThanOrEqual(1)
        expect(found.length - family.length).toBeLessThanOrEqual(1)
        if (family.length === 1) expect(found.map(({ kind }) => kind)).not.toContain('possible-cluster')
        for (const { reasons } of found) expect(reasons.length).toBeGreaterThan(0)
      }),
    )
  })

  test('a record and a repeat of it that says the same or less are never related', () => {
    const blank = fc.subarray([
      'nhsNumber',
      'motherNhsNumber',
      'givenName',
      'dateOfBirth',
      'ofSeveral',
      'birthOrder',
    ])
    fc.assert(
      fc.property(record, blank, (one, left) => {
        const repeat = { ...one, ...Object.fromEntries(left.map((field) => [field, null])) }
        expect(relationsBetween(one, repeat, 'none')).toEqual([])
      }),
    )
  })

  test('nothing is proposed while somebody is still to say whether they are one child', () => {
    fc.assert(
      fc.property(record, record, (one, other) => {
        expect(relationsBetween(one, other, 'undecided')).toEqual([])
      }),
    )
  })

  test('babies each born alone are never of one birth, and without a shared home or person nobody is family', () => {
    fc.assert(
      fc.property(record, record, (one, other) => {
        const alone = relationsBetween({ ...one, ofSeveral: false }, { ...other, ofSeveral: false }, 'none')
        expect(alone.map(({ kind }) => kind)).not.toContain('twin')
        const nobody = { motherNhsNumber: null, adults: [], children: [], homes: [] }
        const strangers = relationsBetween({ ...one, ...nobody }, { ...other, ...nobody }, 'different')
        expect(strangers.filter(({ kind }) => householdKinds.includes(kind))).toEqual([])
      }),
    )
  })
})

describe('the steps of a relation', () => {
  test('a step in the table is taken, any other is refused, and nothing decided is proposed again', () => {
    for (const from of RelatedState.options) {
      for (const to of RelatedState.options) {
        if (nextRelatedStates[from].includes(to)) expect(stepRelated(from, to)).toBe(to)
        else expect(() => stepRelated(from, to)).toThrow(new Refusal('relation-decided'))
      }
    }
    expect(RelatedState.options.filter((from) => nextRelatedStates[from].includes('proposed'))).toEqual([
      'lapsed',
    ])
  })

  test('every ground is for one decision', () => {
    const all = [...groundsOf.confirmed, ...groundsOf.dismissed]
    expect([...all].sort()).toEqual([...RelatedGround.options].sort())
  })
})
