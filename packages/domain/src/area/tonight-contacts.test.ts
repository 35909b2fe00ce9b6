import { describe, expect, test } from 'vitest'
import { PhoneNumber } from './tonight-contacts.ts'

describe('a number to phone tonight', () => {
  test.each(['101', '999', '01632 960001', '+44 1632 960 001', ' 020 7946 0018 '])(
    '%s can be dialled',
    (typed) => {
      expect(PhoneNumber.safeParse(typed).success).toBe(true)
    },
  )

  test.each([
    '',
    '12',
    'ask the ward',
    '01632-960001',
    '01632  960001',
    '01632 960001 or mobile',
    '1'.repeat(18),
  ])('%s cannot', (typed) => {
    expect(PhoneNumber.safeParse(typed).success).toBe(false)
  })
})
