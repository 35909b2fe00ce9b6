import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Area } from '../area/area.ts'
import { addDays, PlainDate } from '../plain-date/plain-date.ts'
import { assessScope, type ScopeDecisions } from './assess-scope.ts'
import { NotificationContent } from './notification.ts'
import { ResidencyDecision } from './residency.ts'

const leeds = 'E08000035'
const area = Area.parse({
  areaId: '7b0f6f5a-1b1e-4b8e-9d7e-2f2f5f0f7a11',
  code: 'LDS',
  name: 'Invented Leeds',
  authorities: [{ code: leeds, name: 'Leeds', from: '2019-04-01', until: '2026-03-31' }],
  partners: [{ name: 'Invented board', from: '2022-07-01', until: null }],
  controllers: [{ name: 'Invented council', from: '2019-04-01', until: null }],
})

type Given = { child?: object; death?: object; lived?: string; residence?: object }

const given = ({ child = {}, death = {}, lived = leeds, residence }: Given = {}) =>
  NotificationContent.parse({
    child: {
      familyName: 'Invented',
      givenNames: 'Child',
      dateOfBirth: '2019-07-11',
      bornAlive: 'yes',
      sex: 'female',
      ethnicCategory: 'A',
      ...child,
    },
    residence: residence ?? { localAuthority: lived },
    death: {
      dateOfDeath: '2026-02-27',
      placeOfDeath: 'home',
      expectedness: 'unexpected',
      ...death,
    },
  })

const assessed = (changes: Given, decisions: ScopeDecisions = {}) => {
  const { outcome, ruleId, evidence } = assessScope(given(changes), area, decisions)
  expect(evidence.length).toBeGreaterThan(10)
  return `${outcome} by ${ruleId}`
}

describe('whether a death is for this panel', () => {
  test.each<[string, Given, string]>([
    ['a child of six who lived here', {}, 'in by R5'],
    [
      'born alive at 21 weeks, lived 40 minutes',
      { child: { dateOfBirth: '2026-02-27' }, death: { gestationWeeks: 21 } },
      'in by R5',
    ],
    ['the day before the eighteenth birthday', { child: { dateOfBirth: '2008-02-28' } }, 'in by R5'],
    ['on the eighteenth birthday', { child: { dateOfBirth: '2008-02-27' } }, 'out by R1'],
    [
      'born 29 February 2008, died 28 February 2026',
      { child: { dateOfBirth: '2008-02-29' }, death: { dateOfDeath: '2026-02-28' } },
      'in by R5',
    ],
    [
      'born 29 February 2008, died 1 March 2026',
      { child: { dateOfBirth: '2008-02-29' }, death: { dateOfDeath: '2026-03-01' } },
      'out by R1',
    ],
    [
      'stillborn after 24 weeks',
      { child: { bornAlive: 'no', dateOfBirth: '2026-02-27' }, death: { gestationWeeks: 30 } },
      'out by R2',
    ],
    [
      'lost before 24 weeks without signs of life',
      { child: { bornAlive: 'no', dateOfBirth: '2026-02-27' }, death: { gestationWeeks: 20 } },
      'out by R3',
    ],
    [
      'born alive after a planned termination within the law',
      { child: { bornAlive: 'yes-after-lawful-termination', dateOfBirth: '2026-02-27' } },
      'out by R4',
    ],
    ['who lived here and died abroad', { death: { placeOfDeath: 'abroad' } }, 'in by R7'],
    [
      'who lived elsewhere and died abroad',
      { death: { placeOfDeath: 'abroad' }, lived: 'E08000032' },
      'out by R8',
    ],
    ['who lived elsewhere and died here', { lived: 'E08000032' }, 'out by R8'],
    [
      'here on the last day this authority belonged to the area',
      { death: { dateOfDeath: '2026-03-31' } },
      'in by R5',
    ],
    ['here on the day after', { death: { dateOfDeath: '2026-04-01' } }, 'out by R8'],
    [
      'not born alive and not from here: the birth decides',
      { child: { bornAlive: 'no' }, lived: 'E08000032' },
      'out by R2-R3',
    ],
    [
      'of age and not from here: the age decides',
      { child: { dateOfBirth: '2000-01-01' }, lived: 'E08000032' },
      'out by R1',
    ],
  ])('%s', (_, changes, expected) => {
    expect(assessed(changes)).toBe(expected)
  })

  test('a child born alive who lived here is in on every day under eighteen and out on every later one', () => {
    const birth = PlainDate.parse('2008-01-15')
    const eighteenth = PlainDate.parse('2026-01-15')
    fc.assert(
      fc.property(fc.nat(6650), (days) => {
        const dateOfDeath = addDays(birth, days)
        fc.pre(dateOfDeath >= '2019-04-01')
        const expected = dateOfDeath < eighteenth ? 'in by R5' : 'out by R1'
        expect(assessed({ child: { dateOfBirth: birth }, death: { dateOfDeath } })).toBe(expected)
      }),
    )
  })
})

describe('a birth that no healthcare professional attended', () => {
  const newborn = (child: object, death: object = {}) => ({
    child: { dateOfBirth: '2026-02-27', ...child },
    death,
  })

  test.each<[string, Given, string]>([
    [
      'ticked as a trigger',
      newborn({ bornAlive: 'not-known' }, { jarTriggers: ['unattended-stillbirth'] }),
      'pending by R6',
    ],
    [
      'answered as such, thought stillborn',
      newborn({ bornAlive: 'no', birthAttended: 'no' }),
      'pending by R6',
    ],
    [
      'a suspected stillbirth at home',
      newborn({ bornAlive: 'no', suspectedStillbirthAtHome: 'yes' }),
      'pending by R6',
    ],
    [
      'with enquiries going on',
      newborn({ bornAlive: 'no', birthAttended: 'no', bornAliveEnquiries: 'not-yet' }),
      'pending by R6',
    ],
    [
      'born alive, as enquiries established',
      newborn({ bornAlive: 'not-known', birthAttended: 'no', bornAliveEnquiries: 'born-alive' }),
      'in by R5',
    ],
    [
      'not born alive, as enquiries established',
      newborn({ bornAlive: 'no', birthAttended: 'no', bornAliveEnquiries: 'not-born-alive' }),
      'out by R6',
    ],
    ['known to be born alive', newborn({ bornAlive: 'yes', birthAttended: 'no' }), 'in by R5'],
    [
      'attended, stillborn at 30 weeks',
      newborn({ bornAlive: 'no', birthAttended: 'yes' }, { gestationWeeks: 30 }),
      'out by R2',
    ],
  ])('%s', (_, changes, expected) => {
    expect(assessed(changes)).toBe(expected)
  })
})

describe('a child whose age is not certain', () => {
  test.each<[string, Given, string]>([
    ['no date of birth known', { child: { dateOfBirth: 'not-known' } }, 'pending by R10'],
    [
      '18 by an estimated date of birth',
      { child: { dateOfBirth: '2007-06-01', dateOfBirthIs: 'estimated' } },
      'pending by R10',
    ],
    [
      '18 by an estimated date of death',
      { child: { dateOfBirth: '2008-02-27' }, death: { dateOfDeathIs: 'estimated' } },
      'pending by R10',
    ],
    [
      '18 on an exact day at an estimated time',
      { child: { dateOfBirth: '2008-02-27' }, death: { dateOfDeathIs: 'time-estimated' } },
      'out by R1',
    ],
    [
      '17 by an estimated date of birth',
      { child: { dateOfBirth: '2008-06-01', dateOfBirthIs: 'estimated' } },
      'in by R5',
    ],
    [
      'no date of birth known, and not born alive',
      { child: { dateOfBirth: 'not-known', bornAlive: 'no' } },
      'out by R2-R3',
    ],
  ])('%s', (_, changes, expected) => {
    expect(assessed(changes)).toBe(expected)
  })

  test('on the eighteenth birthday a minute past midnight is out, a minute before it is in', () => {
    const child = { dateOfBirth: '2008-02-27' }
    const died = (dateOfDeath: string, timeOfDeath: string) => ({
      child,
      death: { dateOfDeath, timeOfDeath },
    })
    expect(assessed(died('2026-02-26', '23:59'))).toBe('in by R5')
    expect(assessed(died('2026-02-27', '00:00'))).toBe('out by R1')
  })
})

const decided = (localAuthority: string | null, basis = 'usual-address') =>
  ResidencyDecision.parse({
    localAuthority,
    lsoa: null,
    basis,
    decidedBy: '7b0f6f5a-1b1e-4b8e-9d7e-2f2f5f0f7a12',
    agreedWithArea: null,
    decidedAt: '2026-03-01T09:00:00.000Z',
  })

describe('a child who did not normally live in England', () => {
  const paris = { residence: { country: 'elsewhere' } }
  test.each<[string, Given, ScopeDecisions, string]>([
    ['from Paris, died here', paris, {}, 'pending by R9'],
    ['reviewed by choice', paris, { discretion: 'review' }, 'in by R9'],
    ['not reviewed by choice', paris, { discretion: 'not-reviewed' }, 'out by R9'],
    ['from Wales by the code of the authority', { lived: 'W06000015' }, {}, 'pending by R9'],
    ['from Scotland', { residence: { country: 'scotland' } }, {}, 'pending by R9'],
    [
      'who did not die in England either',
      { ...paris, death: { placeOfDeath: 'abroad' } },
      { discretion: 'review' },
      'out by R9',
    ],
    [
      '18 and from Paris: the age decides',
      { ...paris, child: { dateOfBirth: '2000-01-01' } },
      { discretion: 'review' },
      'out by R1',
    ],
    ['a choice says nothing of a child of this area', {}, { discretion: 'not-reviewed' }, 'in by R5'],
  ])('%s', (_, changes, decisions, expected) => {
    expect(assessed(changes, decisions)).toBe(expected)
  })
})

describe('a decision on residency', () => {
  test.each<[string, Given, ScopeDecisions, string]>([
    ['is waited for while nobody knows where the child lived', { residence: {} }, {}, 'pending by R8'],
    ['or in which country', { residence: { country: 'not-known' } }, {}, 'pending by R8'],
    ['brings the child in', { residence: {} }, { residency: decided(leeds) }, 'in by R5'],
    [
      'counts before what the notifier wrote',
      { lived: 'E08000032' },
      { residency: decided(leeds) },
      'in by R5',
    ],
    [
      'brings in a child of this area who died abroad',
      { residence: {}, death: { placeOfDeath: 'abroad' } },
      { residency: decided(leeds) },
      'in by R7',
    ],
    ['sends the child to another area', {}, { residency: decided('E08000032') }, 'out by R8'],
    [
      'finds that the child lived outside England',
      {},
      { residency: decided(null, 'not-resident-in-england') },
      'pending by R9',
    ],
  ])('%s', (_, changes, decisions, expected) => {
    expect(assessed(changes, decisions)).toBe(expected)
  })

  test('is named in the grounds', () => {
    const { evidence } = assessScope(given(), area, { residency: decided(leeds) })
    expect(evidence).toBe(
      'Born alive, under 18 at death, normally resident in this area, by the decision on residency',
    )
  })
})

describe('whatever is notified', () => {
  const anyDay = fc
    .integer({ min: -7000, max: 400 })
    .map((days) => addDays(PlainDate.parse('2026-02-27'), days))
  const anything = fc.record({
    child: fc.record({
      dateOfBirth: fc.oneof(anyDay, fc.constant('not-known')),
      dateOfBirthIs: fc.constantFrom(undefined, 'exact', 'estimated'),
      bornAlive: fc.constantFrom(undefined, 'yes', 'no', 'not-known', 'yes-after-lawful-termination'),
      birthAttended: fc.constantFrom(undefined, 'yes', 'no', 'not-known'),
    }),
    death: fc.record({ placeOfDeath: fc.constantFrom('home', 'abroad') }),
    residence: fc.constantFrom(
      {},
      { localAuthority: leeds },
      { localAuthority: 'E08000032' },
      { country: 'wales' },
    ),
  })
  const decisions = fc.record({
    residency: fc.constantFrom(
      null,
      decided(leeds),
      decided('E08000032'),
      decided(null, 'not-resident-in-england'),
    ),
    discretion: fc.constantFrom(null, 'review' as const, 'not-reviewed' as const),
  })

  test('is assessed by one rule with grounds, and out by age only when both dates are certain', () => {
    fc.assert(
      fc.property(anything, decisions, (changes, made) => {
        const content = given(changes)
        const { outcome, ruleId, evidence } = assessScope(content, area, made)
        expect(evidence).toMatch(/^\p{Lu}/u)
        if (ruleId === 'R1') expect(content.child.dateOfBirthIs).not.toBe('estimated')
        if (outcome === 'in') expect(content.child.dateOfBirth).not.toBeNull()
        if (made.residency !== null && outcome === 'in' && ruleId !== 'R9') {
          expect(made.residency.localAuthority).toBe(leeds)
        }
      }),
    )
  })

  test('is decided by the birth and the age before residence: no decision on residency changes those', () => {
    fc.assert(
      fc.property(anything, decisions, (changes, made) => {
        const before = assessScope(given(changes), area)
        if (['R5', 'R7', 'R8', 'R9'].includes(before.ruleId)) return
        expect(assessScope(given(changes), area, made)).toEqual(before)
      }),
    )
  })
})
