import { formInForce, NOTIFICATION_FORM, statutoryForms } from '@cdop/forms'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { questionsOf } from './map-row.ts'
import { mappings } from './mapping.ts'
import { readCell } from './read-answer.ts'
import { readDate } from './read-date.ts'
import { valueClass } from './value-class.ts'

const form = formInForce(statutoryForms, NOTIFICATION_FORM, '2026-11-14')
const questions = questionsOf(form)
const groups = form.pages.flatMap((page) => page.items).filter((item) => item.kind === 'group')

describe.each(mappings)('the mapping $id $version', (mapping) => {
  test('leads every column to a question the form asks, in the group it stands in', () => {
    for (const { column, question, group } of mapping.columns) {
      expect([column, questions.get(question)?.group]).toEqual([column, group])
      expect(questions.has(question)).toBe(true)
    }
  })

  test('translates to codes the form has, and says not known only where the form lets it', () => {
    for (const { column, question: linkId, codes, blank } of mapping.columns) {
      const question = questions.get(linkId)
      const known = question?.kind === 'choice' ? question.options.map((option) => option.code) : []
      for (const code of Object.values(codes))
        expect([column, known]).toEqual([column, expect.arrayContaining([code])])
      if (blank === 'not-known') expect([column, question?.notKnown]).toEqual([column, true])
    }
    const settled = mapping.columns.flatMap(({ settles }) => settles)
    for (const { question, filled, blank } of settled) {
      const found = questions.get(question)
      const known = found?.kind === 'choice' ? found.options.map((option) => option.code) : []
      for (const code of [filled, blank]) if (code !== undefined) expect(known).toContain(code)
    }
    for (const { group, question } of mapping.constants) expect(questions.get(question)?.group).toBe(group)
    for (const { group, entry } of mapping.withoutEntries) {
      expect(groups.map((one) => one.linkId)).toContain(group)
      for (const linkId of Object.keys(entry)) expect(questions.get(linkId)?.group).toBe(group)
    }
  })

  test('says what nobody has confirmed about it', () => {
    expect(mapping.assumption.length).toBeGreaterThan(40)
  })
})

describe('a date in a file', () => {
  test.each([
    ['2026-11-14', '2026-11-14'],
    ['14/11/2026', '2026-11-14'],
    ['14.11.2026 00:00:00', '2026-11-14'],
    ['2026-11-14T09:30', '2026-11-14'],
    ['4 Jan 2026', '2026-01-04'],
    ['14-November-2026', '2026-11-14'],
    ['29/02/2025', undefined],
    ['11/14/2026', undefined],
    ['14/11/26', undefined],
    ['14/11', undefined],
    ['46340', undefined],
    ['soon', undefined],
    ['', undefined],
  ])('%s is %s', (cell, date) => {
    expect(readDate(cell)).toBe(date)
  })

  test('is read back however it was written, and never as another day', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, (at) => {
        const iso = at.toISOString().slice(0, 10)
        const [year = '', month = '', date = ''] = iso.split('-')
        expect(readDate(iso)).toBe(iso)
        expect(readDate(`${date}/${month}/${year}`)).toBe(iso)
      }),
    )
  })
})

describe('a cell', () => {
  const question = (linkId: string) => {
    const found = questions.get(linkId)
    if (found === undefined) throw new Error('no such question')
    return found
  }
  const read = (linkId: string, cell: string, codes = {}) =>
    readCell(question(linkId), { codes }, ['unknown'], cell)

  test('is read as the form’s code, its words, or what the mapping says', () => {
    expect(read('child-sex', 'female')).toEqual({ answer: 'female' })
    expect(read('child-sex', ' FEMALE ')).toEqual({ answer: 'female' })
    expect(read('child-sex', 'F', { F: 'female' })).toEqual({ answer: 'female' })
    expect(read('child-sex', 'Unknown')).toEqual({ answer: { notKnown: true } })
    expect(read('child-sex', 'Girl?')).toMatchObject({ cure: expect.stringContaining('Female') })
  })

  test('with several codes gives each once', () => {
    expect(read('jar-triggers', 'external-cause; custody-or-mha;external-cause')).toEqual({
      answer: ['external-cause', 'custody-or-mha'],
    })
  })

  test('is spoken of by what kind of thing it holds, never by what', () => {
    const cells = ['', '999 000 0018', '1.5', '14/11/2026', '9:30', 'Zoë', 'LS1 1UR', 'x'.repeat(201)]
    expect(cells.map(valueClass)).toEqual([
      'blank',
      'a whole number',
      'a number',
      'a date',
      'a time',
      'letters',
      'letters and digits',
      'long text',
    ])
  })
})
