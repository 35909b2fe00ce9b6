import { formInForce, NOTIFICATION_FORM, type Question, statutoryForms } from '@cdop/forms'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mapRow, placeMapping, questionsOf } from './map-row.ts'
import { mappings, newestMapping } from './mappings.ts'
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

/**
 * Questions no export of the incumbent's answers, and why. A question that is added to the form fails the test below until
 * it has a column or stands here.
 */
const notInAnExport: Readonly<Record<string, string>> = {
  'phoned-whom': 'who was phoned tonight is told while it happens',
  'phoned-on': 'who was phoned tonight is told while it happens',
  'phoned-at': 'who was phoned tonight is told while it happens',
  'phoned-person': 'who was phoned tonight is told while it happens',
  'alert-national-database': 'asks for something to be done at once',
}

describe('every question of the form', () => {
  const mappedBy = (id: string) => {
    const mapping = newestMapping(id)
    const { columns = [], constants = [] } = mapping ?? {}
    return new Set([
      ...columns.map(({ question }) => question),
      ...columns.flatMap(({ settles }) => settles.map(({ question }) => question)),
      ...constants.map(({ question }) => question),
    ])
  }

  test.each([...questions.keys()])(
    '%s has a column in the form’s own mapping, and in the incumbent’s or a reason',
    (linkId) => {
      expect(mappedBy('own-columns')).toContain(linkId)
      expect(mappedBy('ecdop').has(linkId)).toBe(!(linkId in notInAnExport))
    },
  )

  test('that has no column is one the form asks', () => {
    expect(Object.keys(notInAnExport).filter((linkId) => !questions.has(linkId))).toEqual([])
  })
})

describe('a row of the form’s own columns', () => {
  const mapping = newestMapping('own-columns')

  /** A cell that answers a question, as somebody would type it. */
  const cellFor = (question: Question): string => {
    switch (question.kind) {
      case 'date':
        return '14/11/2026'
      case 'time':
        return '09:30'
      case 'integer':
        return '1'
      case 'choice':
        return question.multiple
          ? question.options
              .slice(0, 2)
              .map(({ text }) => text)
              .join('; ')
          : (question.options[0]?.text ?? '')
      default:
        return 'Invented words'
    }
  }

  test('carries every answer to its question, entry by entry', () => {
    if (mapping === undefined) throw new Error('there is no such mapping')
    const cells = mapping.columns.map(({ question }) => {
      const found = questions.get(question)
      return found === undefined ? '' : cellFor(found)
    })
    const names = mapping.columns.map(({ column }) => column)
    const placed = placeMapping(mapping, [mapping.receivedOn, ...names])
    const { answers, faults } = mapRow(placed, form, { number: 2, cells: ['14/11/2026', ...cells] })
    expect(faults).toEqual([])
    for (const [linkId, item] of questions) {
      if (item.group === undefined) continue
      expect([linkId, answers[item.group]]).toEqual([linkId, expect.any(Array)])
    }
    expect(answers['parents']).toHaveLength(6)
    expect(answers['parents']).toEqual(
      expect.arrayContaining([
        {
          'parent-name': 'Invented words',
          'parent-relationship': 'mother',
          'parent-responsibility': 'yes',
          'parent-date-of-birth': '2026-11-14',
          'parent-sex': 'male',
          'parent-address': 'Invented words',
        },
      ]),
    )
    expect(answers['jar-triggers']).toEqual(['external-cause', 'sudden-no-apparent-cause'])
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
