import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Area } from '../area/area.ts'
import { addDays, PlainDate } from '../plain-date/plain-date.ts'
import { assessScope, wrongDates } from './assess-scope.ts'
import { NotificationContent } from './notification.ts'

const leeds = 'E08000035'
const area = Area.parse({
  areaId: '7b0f6f5a-1b1e-4b8e-9d7e-2f2f5f0f7a11',
  code: 'LDS',
  name: 'Invented Leeds',
  authorities: [{ code: leeds, name: 'Leeds', from: '2019-04-01', until: '2026-03-31' }],
  partners: [{ name: 'Invented board', from: '2022-07-01', until: null }],
  controllers: [{ name: 'Invented council', from: '2019-04-01', until: null }],
})

type Given = { child?: object; death?: object; lived?: string }

const given = ({ child = {}, death = {}, lived = leeds }: Given = {}) =>
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
    residence: { localAuthority: lived },
    death: {
      dateOfDeath: '2026-02-27',
      placeOfDeath: 'home',
      expectedness: 'unexpected',
      ...death,
    },
  })

const assessed = (changes: Given) => {
  const { outcome, ruleId, evidence } = assessScope(given(changes), area)
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
      'unattended, apparently stillborn',
      {
        child: { bornAlive: 'not-known', dateOfBirth: '2026-02-27' },
        death: { jarTriggers: ['unattended-stillbirth'] },
      },
      'pending by R6',
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

describe('dates that cannot be right', () => {
  const today = PlainDate.parse('2026-03-02')
  const wrong = (born: string, died: string) =>
    wrongDates(given({ child: { dateOfBirth: born }, death: { dateOfDeath: died } }), today)

  test.each([
    ['in order', '2019-07-11', '2026-02-27', []],
    ['all today', '2026-03-02', '2026-03-02', []],
    ['death before birth', '2026-02-28', '2026-02-27', ['death.dateOfDeath']],
    ['death tomorrow', '2019-07-11', '2026-03-03', ['death.dateOfDeath']],
    ['both tomorrow', '2026-03-03', '2026-03-03', ['child.dateOfBirth', 'death.dateOfDeath']],
    [
      'birth next year, death last week',
      '2027-01-01',
      '2026-02-27',
      ['child.dateOfBirth', 'death.dateOfDeath'],
    ],
  ])('%s', (_, born, died, expected) => {
    expect(wrong(born, died)).toEqual(expected)
  })
})
