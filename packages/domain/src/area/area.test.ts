import { describe, expect, test } from 'vitest'
import { PlainDate } from '../plain-date/plain-date.ts'
import { Area, AuthorityCode, covers } from './area.ts'

const on = (date: string) => PlainDate.parse(date)
const code = (typed: string) => AuthorityCode.parse(typed)

const definition = {
  areaId: '7b0f6f5a-1b1e-4b8e-9d7e-2f2f5f0f7a11',
  code: 'HWX',
  name: 'Invented counties',
  authorities: [
    { code: 'E06000019', name: 'One county', from: '2019-04-01', until: '2022-03-31' },
    { code: 'E06000019', name: 'One county again', from: '2024-04-01', until: null },
    { code: 'IM', name: 'An island', from: '2019-04-01', until: null },
  ],
  partners: [{ name: 'Invented board', from: '2022-07-01', until: null }],
  controllers: [{ name: 'Invented council', from: '2019-04-01', until: null }],
}
const area = Area.parse(definition)

describe('an area covers an authority', () => {
  test.each([
    ['on the first day', '2019-04-01', true],
    ['on the last day', '2022-03-31', true],
    ['not the day before the first', '2019-03-31', false],
    ['not the day after the last', '2022-04-01', false],
    ['again once it has come back', '2024-04-01', true],
    ['with no end while none is named', '2099-01-01', true],
  ])('%s', (_, date, expected) => {
    expect(covers(area, code('E06000019'), on(date))).toBe(expected)
  })

  test('also one outside England, and no other', () => {
    expect(covers(area, code('IM'), on('2026-01-01'))).toBe(true)
    expect(covers(area, code('E08000035'), on('2026-01-01'))).toBe(false)
  })
})

describe('an area is refused', () => {
  test.each([
    ['without an authority', { authorities: [] }],
    ['without a partner', { partners: [] }],
    ['without a controller', { controllers: [] }],
    ['with a code nobody could read out', { code: 'h-w' }],
    ['with something it does not have', { surprise: true }],
  ])('%s', (_, changes) => {
    expect(Area.safeParse({ ...definition, ...changes }).success).toBe(false)
  })
})
