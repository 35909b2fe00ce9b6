import { expect, test } from 'vitest'
import { AgeBand } from '../age/age.ts'
import { ToldRecipient, whoMustBeTold } from './told-list.ts'

test('every child’s doctor, records, clinics, social care and coroner are told, whatever the age', () => {
  for (const ageBand of AgeBand.options) {
    expect(whoMustBeTold(ageBand)).toEqual(
      expect.arrayContaining([
        'general-practitioner',
        'child-health-information-service',
        'outpatient-clinics',
        'social-care',
        'coroner-or-medical-examiner',
      ]),
    )
  }
})

test.each([
  ['0-27d', 'health-visitor', 'mothers-midwife'],
  ['28-364d', 'health-visitor', 'mothers-midwife'],
  ['1-4y', 'health-visitor', 'school-or-nursery'],
  ['5-9y', 'school-nurse', 'school-or-nursery'],
  ['10-14y', 'school-nurse', 'school-or-nursery'],
  ['15-17y', 'school-nurse', 'school-or-nursery'],
] as const)('of a child of %s, %s and %s are told, and nobody of another age', (ageBand, ...theirs) => {
  const byAge = ['health-visitor', 'school-nurse', 'school-or-nursery', 'mothers-midwife']
  expect(whoMustBeTold(ageBand).filter((one) => byAge.includes(one))).toEqual(
    ToldRecipient.options.filter((one) => theirs.some((their) => their === one)),
  )
})

test('seven are told of every child, which the database begins to count with', () => {
  for (const ageBand of AgeBand.options) expect(whoMustBeTold(ageBand)).toHaveLength(7)
})
