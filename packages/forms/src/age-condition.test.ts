import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answers } from './answer.ts'
import { compile } from './compile.ts'
import { formInForce } from './form-version.ts'
import { type BlockModel, pageModel } from './page-model.ts'
import notificationJson from './questionnaires/notification-2026-04-01.json' with { type: 'json' }
import { NOTIFICATION_FORM, statutoryForms } from './statutory-forms.ts'
import { parseSubmission } from './submission.ts'
import { summary } from './summary.ts'
import { visible } from './visibility.ts'

const today = '2026-05-01'
const notification = formInForce(statutoryForms, NOTIFICATION_FORM, today)

const dates = (born: string, died: string): Answers => ({
  'child-date-of-birth': born,
  'date-of-death': died,
})
const asks = (linkId: string, answers: Answers) => visible(notification, answers).has(linkId)

describe('questions that depend on the age at death', () => {
  test.each([
    ['2024-02-01', '2024-02-28', true, true],
    ['2024-02-01', '2024-02-29', false, true],
    ['2024-02-29', '2025-02-28', false, true],
    ['2024-02-29', '2025-03-01', false, false],
    ['2024-02-01', '2025-01-31', false, true],
    ['2024-02-01', '2025-02-01', false, false],
    ['2024-02-01', '2024-02-01', true, true],
    ['2024-02-02', '2024-02-01', false, false],
  ])('born %s, died %s: neonatal %s, infant %s', (born, died, neonatal, infant) => {
    expect(asks('child-born-alive', dates(born, died))).toBe(neonatal)
    expect(asks('birth-weight-grams', dates(born, died))).toBe(infant)
  })

  test('are asked when the date of birth is considered and not known, not while it is only left out', () => {
    const died = { 'date-of-death': '2024-02-01' }
    expect(asks('child-born-alive', { ...died, 'child-date-of-birth': { notKnown: true } })).toBe(true)
    expect(asks('child-born-alive', died)).toBe(false)
  })

  test('are asked on every day under 28 days of age and on no later one', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2024-01-01'), noInvalidDate: true }),
        fc.nat(400),
        (born, days) => {
          const civil = (at: number) => new Date(at).toISOString().slice(0, 10)
          const answers = dates(civil(born.getTime()), civil(born.getTime() + days * 86_400_000))
          expect(asks('child-born-alive', answers)).toBe(days < 28)
        },
      ),
    )
  })
})

const blocksOf = (section: string, values: Answers) =>
  pageModel(notification, { section, values }).sections.flatMap(({ fieldsets }) =>
    fieldsets.flatMap(({ fields }) => fields),
  )

describe('a page of the notification that only the age brings up', () => {
  test('stands empty for an older child and is full for a newborn', () => {
    expect(blocksOf('birth', dates('2015-02-01', '2024-02-01'))).toEqual([])
    expect(blocksOf('birth', dates('2024-02-01', '2024-02-01'))[0]).toMatchObject({
      linkId: 'child-born-alive',
      visible: true,
    })
  })

  test('loses its answers, and its place on check answers, when the dates change', () => {
    const before = { ...dates('2024-02-01', '2024-02-03'), 'child-born-alive': 'yes', 'gestation-weeks': 38 }
    const body = {
      'child-date-of-birth-day': '1',
      'child-date-of-birth-month': '2',
      'child-date-of-birth-year': '2015',
      'date-of-death-day': '3',
      'date-of-death-month': '2',
      'date-of-death-year': '2024',
    }
    const changed = parseSubmission(notification, body, { section: 'dates', today, answers: before })
    if (!changed.ok) expect.unreachable()
    expect(changed.answers).toEqual(dates('2015-02-01', '2024-02-03'))
    const shown = (answers: Answers) => summary(notification, answers).map(({ linkId }) => linkId)
    expect(shown(before)).toEqual(expect.arrayContaining(['birth', 'pregnancy']))
    expect(shown(changed.answers)).not.toEqual(expect.arrayContaining(['birth']))
  })
})

describe('the whole form on one page', () => {
  const find = (linkId: string, typed: Record<string, string>) =>
    pageModel(notification, { typed })
      .sections.flatMap(({ fieldsets }) => fieldsets.flatMap(({ fields }): BlockModel[] => fields))
      .find((block) => block.linkId === linkId)

  test('says in words which age a question is for, and knows from the dates typed whether it is asked', () => {
    const typed = {
      'child-date-of-birth-day': '1',
      'child-date-of-birth-month': 'feb',
      'child-date-of-birth-year': '2024',
      'date-of-death-day': '2',
      'date-of-death-month': '2',
      'date-of-death-year': '2024',
    }
    const when = 'Only if the age at death is under 28 days'
    expect(find('child-born-alive', typed)).toMatchObject({ visible: true, when })
    expect(find('child-born-alive', { ...typed, 'child-date-of-birth-year': '2020' })).toMatchObject({
      visible: false,
      when,
    })
  })
})

describe('an age in a questionnaire', () => {
  const age = {
    linkId: 'age',
    text: 'Age',
    type: 'quantity',
    readOnly: true,
    extension: [
      { url: 'urn:cdop:age-from', valueString: 'born' },
      { url: 'urn:cdop:age-to', valueString: 'seen' },
    ],
  }
  const formOf = (items: readonly object[]) => ({
    ...notificationJson,
    item: [{ linkId: 'page', text: 'Page', type: 'group', item: items }],
  })
  const born = { linkId: 'born', text: 'Born', type: 'date' }
  const seen = { linkId: 'seen', text: 'Seen', type: 'date' }
  const when = (operator: string) => [{ question: 'age', operator, answerQuantity: { value: 4, code: 'a' } }]
  const school = { linkId: 'school', text: 'School', type: 'string', enableWhen: when('>=') }

  test('opens a question from an age on', () => {
    const form = compile(formOf([born, seen, age, school]))
    expect(visible(form, { born: '2020-02-01', seen: '2024-02-01' }).has('school')).toBe(true)
    expect(visible(form, { born: '2020-02-01', seen: '2024-01-31' }).has('school')).toBe(false)
  })

  test.each([
    ['counts from no date', [seen, age], /worked out from born, which is no earlier date/],
    ['is asked for', [born, seen, { ...age, readOnly: undefined }], /an age: read-only/],
    ['is compared before it stands', [born, seen, school, age], /compares age, which is no earlier age/],
    [
      'is compared as a question',
      [
        born,
        seen,
        age,
        { ...school, enableWhen: [{ question: 'age', operator: 'exists', answerBoolean: true }] },
      ],
      /depends on age, which is no earlier question/,
    ],
  ])('is refused when it %s', (_, items, why) => {
    expect(() => compile(formOf(items))).toThrow(why)
  })
})
