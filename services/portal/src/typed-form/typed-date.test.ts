import { addDays, PlainDate } from '@cdop/domain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { errorOf, readTyped } from './read-typed.ts'
import { DateTyped, dateField, datePartsOf } from './typed-date.ts'

const today = PlainDate.parse('2026-03-02')
const form = z.strictObject({ met: DateTyped('The date the panel met', today) })
const read = (day: string, month: string, year: string) => readTyped(form, { met: { day, month, year } })

describe('a date typed into three fields', () => {
  test('comes back as it was stored, whatever date it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
        const met = addDays(today, -days)
        expect(readTyped(form, { met: datePartsOf(met) })).toEqual({ ok: true, value: { met } })
      }),
    )
  })

  test('never throws and leads to one of its fields when it is wrong', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (day, month, year) => {
        const result = read(day, month, year)
        if (!result.ok) {
          expect(result.errors).toHaveLength(1)
          expect(result.errors[0]?.href).toMatch(/^#met-(day|month|year)$/)
        }
      }),
    )
  })

  test.each([
    ['', '', '', '#met-day', 'Enter the date the panel met'],
    ['', '3', '2026', '#met-day', 'The date the panel met must include a day'],
    ['1', '', '', '#met-month', 'The date the panel met must include a month and year'],
    ['30', '2', '2026', '#met-day', 'The date the panel met must be a real date'],
    ['1', 'March', '2026', '#met-month', 'The date the panel met must be a real date'],
    ['1', '3', '26', '#met-year', 'The date the panel met must have a year with 4 numbers'],
    ['3', '3', '2026', '#met-day', 'The date the panel met must be today or in the past'],
  ])('“%s %s %s” leads to %s and says what is wrong', (day, month, year, href, text) => {
    const result = read(day, month, year)
    expect(result).toEqual({ ok: false, errors: [{ text, href }] })
    const errors = result.ok ? [] : result.errors
    expect(errorOf(errors, 'met')).toEqual({ text })
    const markup = dateField({ name: 'met', legend: 'When?', value: { day, month, year }, errors }).toString()
    expect(markup).toContain(text)
    expect(markup.match(/govuk-input--error/g)).toHaveLength(1)
  })

  test('may lie ahead where that is right', () => {
    const ahead = z.strictObject({ met: DateTyped('The date of the meeting', null) })
    expect(readTyped(ahead, { met: { day: '3', month: '3', year: '2027' } }).ok).toBe(true)
  })
})
