import { demonstrationPeople } from '@cdop/portal/app'
import { describe, expect, test } from 'vitest'
import { familyNames, givenNames } from './names.ts'

describe('names of invented children', () => {
  test('are those of nobody who works on the demonstration: a search for a child must not find them', () => {
    const staff = demonstrationPeople.flatMap(({ displayName }) => displayName.split(' '))
    expect(staff.length).toBeGreaterThan(10)
    expect(staff.filter((name) => [...givenNames, ...familyNames].includes(name))).toEqual([])
  })
})
