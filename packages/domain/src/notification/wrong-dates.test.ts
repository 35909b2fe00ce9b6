import { describe, expect, test } from 'vitest'
import { PlainDate } from '../plain-date/plain-date.ts'
import { NotificationContent } from './notification.ts'
import { wrongDates } from './wrong-dates.ts'

const today = PlainDate.parse('2026-03-02')

function wrong(born: string, died: string, times: { born?: string; died?: string } = {}): readonly string[] {
  const content = NotificationContent.parse({
    child: {
      familyName: 'Invented',
      dateOfBirth: born,
      sex: 'female',
      ethnicCategory: 'A',
      ...(times.born === undefined ? {} : { timeOfBirth: times.born }),
    },
    death: {
      dateOfDeath: died,
      placeOfDeath: 'home',
      expectedness: 'unexpected',
      ...(times.died === undefined ? {} : { timeOfDeath: times.died }),
    },
  })
  return wrongDates(content, today)
}

describe('dates that cannot be right', () => {
  test.each([
    ['in order', '2019-07-11', '2026-02-27', []],
    ['all today', '2026-03-02', '2026-03-02', []],
    ['no date of birth known', 'not-known', '2026-03-02', []],
    ['no date of birth known, death tomorrow', 'not-known', '2026-03-03', ['death.dateOfDeath']],
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

  test('a death before the birth on one day; not on another day, and not while a time is missing', () => {
    const times = { born: '09:30', died: '08:10' }
    expect(wrong('2026-02-27', '2026-02-27', times)).toEqual(['death.timeOfDeath'])
    expect(wrong('2026-02-26', '2026-02-27', times)).toEqual([])
    expect(wrong('2026-02-27', '2026-02-27', { died: '08:10' })).toEqual([])
    expect(wrong('2026-02-27', '2026-02-27', { born: '09:30', died: '09:30' })).toEqual([])
  })
})
