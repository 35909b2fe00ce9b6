import { NotificationContent, RegisteredDeath } from '@cdop/domain'
import { describe, expect, test } from 'vitest'
import { matchPersonOf } from '../matching/match-person-of.ts'
import { likeness } from './likeness.ts'

const entry = {
  entryNumber: 'LDS/2026/17',
  registeredOn: '2026-03-01',
  diedOn: '2026-02-27',
  bornOn: '2019-07-11',
  familyName: 'Quillfeather',
  givenNames: 'Marigold Anneka',
  sex: 'female',
  nhsNumber: '9990000018',
  postcode: null,
  byCoroner: false,
}
const child = {
  familyName: 'QUILLFEATHER',
  givenNames: 'Marigold',
  nhsNumber: '9990000018',
  dateOfBirth: '2019-07-11',
  bornAlive: 'yes',
  sex: 'female',
  ethnicCategory: 'A',
}

const compared = (registered: object, notified: object, dateOfDeath = '2026-02-27') =>
  likeness(
    RegisteredDeath.parse({ ...entry, ...registered }),
    matchPersonOf(
      NotificationContent.parse({
        child: { ...child, ...notified },
        residence: { localAuthority: 'E08000035' },
        death: { dateOfDeath, placeOfDeath: 'home', expectedness: 'expected' },
      }),
    ),
  ).is

describe('a registered death and a notified one', () => {
  test('with one NHS number are one child’s, however the name is written', () => {
    expect(compared({ familyName: 'Quilfether' }, {})).toBe('same')
  })

  test('with no number on one side are one child’s by name and both dates', () => {
    expect(compared({ nhsNumber: null }, { familyName: 'Quillfeather' })).toBe('same')
    expect(compared({ familyName: 'Éclair', nhsNumber: null }, { familyName: 'Eclair' })).toBe('same')
  })

  test('with two numbers but all else the same are for a person to tell', () => {
    expect(compared({ nhsNumber: '9990000026' }, {})).toBe('maybe')
  })

  test.each([
    ['a day of birth mistyped', { bornOn: '2019-07-12' }, {}],
    ['a surname changed', { familyName: 'Pennywhistle' }, {}],
    ['not yet named when notified', {}, { givenNames: undefined }],
    ['“Baby” when notified', {}, { givenNames: 'Baby' }],
    ['of a twin: another first name', { givenNames: 'Clementine' }, {}],
  ])('%s, are for a person to tell', (_, registered, notified) => {
    expect(compared({ nhsNumber: null, ...registered }, { ...notified })).toBe('maybe')
  })

  test('of two babies of one birth are never one child’s without a person, however alike', () => {
    const twin = { multipleBirth: 'twins', birthOrder: 2 }
    for (const registered of [
      { nhsNumber: null, givenNames: 'Clementine' },
      { nhsNumber: '9990000026', givenNames: 'Clementine' },
      { nhsNumber: '9990000026' },
      { nhsNumber: null, givenNames: 'Baby' },
    ]) {
      expect(compared(registered, twin)).not.toBe('same')
    }
  })

  test('are found through a name written the other way round and a day of death told wrongly, for a person to tell', () => {
    const swapped = {
      familyName: 'Marigold',
      givenNames: 'Quillfeather',
      nhsNumber: null,
      diedOn: '2026-02-17',
    }
    expect(compared(swapped, {})).toBe('maybe')
  })

  test('of two children who share a surname, or a birthday, are not brought together', () => {
    expect(compared({ nhsNumber: null, bornOn: '2011-01-02', givenNames: 'Otto' }, {})).toBe('other')
    expect(compared({ nhsNumber: null, familyName: 'Stone', givenNames: 'Otto' }, {}, '2026-01-02')).toBe(
      'other',
    )
  })
})
