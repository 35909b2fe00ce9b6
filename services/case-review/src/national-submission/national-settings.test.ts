import { expect, test } from 'vitest'
import { httpNationalDatabases } from './http-national-databases.ts'
import { nationalSettings } from './national-settings.ts'

const everybody = { NATIONAL_DATABASE_URL: 'https://national.example/', NATIONAL_DATABASE_TOKEN: 'a token' }
const own = (areas: unknown) => ({ NATIONAL_DATABASE_AREAS: JSON.stringify(areas) })

test('an area sends to its own national database with its own token, every other one to the one that is set for all', () => {
  const settings = nationalSettings({
    ...everybody,
    ...own({ LDS: { url: 'https://leeds.example', token: 'another' } }),
  })
  expect(settings.everybody).toEqual({ url: 'https://national.example', token: 'a token' })
  expect(settings.areas.get('LDS')).toEqual({ url: 'https://leeds.example', token: 'another' })
  expect(settings.areas.get('BFD')).toBeUndefined()
  const to = httpNationalDatabases(settings)
  expect(to('LDS')).not.toBe(to('BFD'))
  expect(to('BFD')).toBe(to('KIR'))
})

test('the day a year closes on is a setting, in days after 31 March', () => {
  expect(nationalSettings({}).yearEndDays).toBeNull()
  expect(nationalSettings({ NATIONAL_DATABASE_YEAR_END_DAYS: '91' }).yearEndDays).toBe(91)
  expect(() => nationalSettings({ NATIONAL_DATABASE_YEAR_END_DAYS: '-1' })).toThrow('YEAR_END_DAYS')
})

test('without any nothing is sent; an area with its own sends when no other does', () => {
  expect(httpNationalDatabases(nationalSettings({}))('LDS')).toBeNull()
  const to = httpNationalDatabases(nationalSettings(own({ LDS: { url: 'https://l.example', token: 't' } })))
  expect(to('LDS')).not.toBeNull()
  expect(to('BFD')).toBeNull()
})

test.each([
  [{ NATIONAL_DATABASE_URL: 'https://national.example' }, 'NATIONAL_DATABASE_TOKEN'],
  [{ ...everybody, NATIONAL_DATABASE_URL: 'http://national.example' }, 'NATIONAL_DATABASE_URL'],
  [{ NATIONAL_DATABASE_AREAS: 'secret{' }, 'NATIONAL_DATABASE_AREAS'],
  [own({ LDS: { url: 'http://secret.example', token: 't' } }), 'NATIONAL_DATABASE_AREAS'],
  [own({ LDS: { url: 'https://secret.example' } }), 'NATIONAL_DATABASE_AREAS'],
])('a wrong setting is named, and its value is not: %o', (source, name) => {
  expect(() => nationalSettings(source)).toThrow(name)
  expect(() => nationalSettings(source)).not.toThrow('secret')
})
