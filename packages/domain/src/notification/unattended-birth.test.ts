import { describe, expect, test } from 'vitest'
import { NotificationContent } from './notification.ts'
import { jointAgencyTriggers } from './unattended-birth.ts'

function triggers(child: object, jarTriggers?: readonly string[]): readonly string[] {
  return jointAgencyTriggers(
    NotificationContent.parse({
      child: {
        familyName: 'Invented',
        dateOfBirth: '2026-02-27',
        sex: 'female',
        ethnicCategory: 'A',
        ...child,
      },
      death: {
        dateOfDeath: '2026-02-27',
        placeOfDeath: 'home',
        expectedness: 'unexpected',
        ...(jarTriggers === undefined ? {} : { jarTriggers }),
      },
    }),
  )
}

describe('what calls for a joint agency response', () => {
  test.each([
    [
      'an apparent stillbirth nobody attended, ticked or not',
      { bornAlive: 'no', birthAttended: 'no' },
      undefined,
      ['unattended-stillbirth'],
    ],
    [
      'a suspected stillbirth at home',
      { bornAlive: 'not-known', suspectedStillbirthAtHome: 'yes' },
      ['external-cause'],
      ['external-cause', 'unattended-stillbirth'],
    ],
    [
      'once, when it was ticked',
      { bornAlive: 'no', birthAttended: 'no' },
      ['unattended-stillbirth'],
      ['unattended-stillbirth'],
    ],
    ['not a live birth nobody attended', { bornAlive: 'yes', birthAttended: 'no' }, undefined, []],
    ['not an attended stillbirth', { bornAlive: 'no', birthAttended: 'yes' }, undefined, []],
    ['not "I do not know"', { bornAlive: 'yes' }, ['not-known'], []],
  ])('%s', (_, child, ticked, expected) => {
    expect(triggers(child, ticked)).toEqual(expected)
  })
})
