import { describe, expect, test } from 'vitest'
import { PlainDate } from '../plain-date/plain-date.ts'
import { registrationStanding, stillMaturing } from './registration.ts'

const diedOn = PlainDate.parse('2026-01-10')
const on = (today: string, coronerReferral: string, registered = false) =>
  registrationStanding({ diedOn, coronerReferral, registered }, PlainDate.parse(today))

describe('a death that was notified', () => {
  test('is expected on the register until 24 days after it, and overdue from the day after that', () => {
    expect(on('2026-02-03', 'not-referred')).toEqual({ standing: 'expected', days: 24 })
    expect(on('2026-02-04', 'not-referred')).toEqual({ standing: 'overdue', days: 25 })
    expect(on('2026-02-04', 'referred-no-further-action').standing).toBe('overdue')
  })

  test.each(['investigation-opened', 'inquest-opened'])(
    'is not expected yet while a coroner has it (%s), and its lag is told',
    (referral) => expect(on('2026-12-10', referral)).toEqual({ standing: 'with-coroner', days: 334 }),
  )

  test('stands as registered once it is, whoever had it', () => {
    expect(on('2026-12-10', 'inquest-opened', true).standing).toBe('registered')
  })
})

test('a period is still maturing for a year after its last day', () => {
  const lastDay = PlainDate.parse('2025-03-31')
  expect(stillMaturing(lastDay, PlainDate.parse('2026-03-30'))).toBe(true)
  expect(stillMaturing(lastDay, PlainDate.parse('2026-03-31'))).toBe(false)
})
