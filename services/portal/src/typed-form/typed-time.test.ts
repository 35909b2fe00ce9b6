import { describe, expect, test } from 'vitest'
import { TimeTyped } from './typed-time.ts'

const read = (typed: string) => TimeTyped('The time it was decided').safeParse(typed)

describe('a time of day, typed', () => {
  test.each([
    ['9:30', '09:30'],
    ['09.30', '09:30'],
    [' 0210 ', '02:10'],
    ['930', '09:30'],
    ['23 59', '23:59'],
    ['00:00', '00:00'],
  ])('%s is %s', (typed, time) => {
    expect(read(typed).data).toBe(time)
  })

  test.each(['24:00', '9', 'half past nine', '12:60', '1:2', '9:30pm'])(
    '%s is none, and says how to write it',
    (typed) => {
      expect(read(typed).error?.issues.map(({ message }) => message)).toEqual([
        'The time it was decided must be a time by the 24-hour clock, like 09:30',
      ])
    },
  )

  test('nothing is asked for', () => {
    expect(read(' ').error?.issues[0]?.message).toBe('Enter the time it was decided')
  })
})
