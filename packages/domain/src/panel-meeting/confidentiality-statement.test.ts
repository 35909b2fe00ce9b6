import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, Instant, PlainDate } from '../plain-date/plain-date.ts'
import { maySignStatement, type StatementVersion, statementStanding } from './confidentiality-statement.ts'

const day = (date: string) => PlainDate.parse(date)
const signed = (at: string, version: StatementVersion = 'own-1') => ({ version, signedAt: Instant.parse(at) })
const stands = (
  newest: Parameters<typeof statementStanding>[0],
  on: string,
  asked: StatementVersion = 'own-1',
) => statementStanding(newest, { asked, on: day(on) })

test('a statement holds from the day it was signed to the day before the same day of the next year', () => {
  const newest = signed('2026-03-01T10:00:00.000Z')
  expect(stands(null, '2026-03-01')).toEqual({ state: 'not-signed' })
  const dates = { signedOn: '2026-03-01', lapsesOn: '2027-03-01' }
  expect(stands(newest, '2026-03-01')).toEqual({ state: 'signed', ...dates })
  expect(stands(newest, '2027-02-28')).toEqual({ state: 'signed', ...dates })
  expect(stands(newest, '2027-03-01')).toEqual({ state: 'lapsed', ...dates })
})

test('the day is that of London: half past eleven at night in June is already the next day there', () => {
  expect(stands(signed('2026-06-30T23:30:00.000Z'), '2026-07-01')).toMatchObject({
    signedOn: '2026-07-01',
    lapsesOn: '2027-07-01',
  })
})

test('one signed on a leap day runs out on 28 February', () => {
  expect(stands(signed('2028-02-29T10:00:00.000Z'), '2029-02-27')).toMatchObject({ state: 'signed' })
  expect(stands(signed('2028-02-29T10:00:00.000Z'), '2029-02-28')).toMatchObject({ state: 'lapsed' })
})

test('other words are signed anew; one that ran out is said to have run out', () => {
  const newest = signed('2026-03-01T10:00:00.000Z')
  expect(stands(newest, '2026-04-01', 'own-2')).toMatchObject({ state: 'words-changed' })
  expect(stands(newest, '2027-04-01', 'own-2')).toMatchObject({ state: 'lapsed' })
  expect(maySignStatement(stands(newest, '2026-04-01', 'own-2'), day('2026-04-01'))).toBe(true)
})

test('whoever is asked may sign, and whoever is not asked only in the last two months', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 800 }), (days) => {
      const newest = signed('2026-03-01T10:00:00.000Z')
      const on = addDays(day('2026-03-01'), days)
      const standing = statementStanding(newest, { asked: 'own-1', on })
      expect(standing.state).toBe(on < '2027-03-01' ? 'signed' : 'lapsed')
      expect(maySignStatement(standing, on)).toBe(addMonths(on, 2) >= '2027-03-01')
    }),
    { numRuns: 200 },
  )
  expect(maySignStatement({ state: 'not-signed' }, day('2026-03-01'))).toBe(true)
})
