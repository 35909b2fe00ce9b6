import { expect, test } from 'vitest'
import { dateMistakes } from './date-mistakes.ts'

const of = (born: string, died: string) =>
  dateMistakes({ 'child-date-of-birth': born, 'date-of-death': died }).map(({ message }) => message)

test('a death before the birth, or from the 18th birthday on, is refused beside the date of death', () => {
  expect(of('2026-03-02', '2026-03-01')).toEqual([
    'The date of death must be the same as or after the date of birth',
  ])
  expect(of('2008-03-02', '2026-03-02')).toEqual([
    'The date of death must be before the child’s 18th birthday',
  ])
})

test('a death on the day of birth, and on the day before the 18th birthday, is a child’s', () => {
  expect(of('2026-03-02', '2026-03-02')).toEqual([])
  expect(of('2008-03-02', '2026-03-01')).toEqual([])
})

test('nothing is said while a date is missing or not known', () => {
  expect(dateMistakes({ 'date-of-death': '2026-03-01' })).toEqual([])
  expect(dateMistakes({})).toEqual([])
})
