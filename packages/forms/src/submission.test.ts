import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formInForce } from './form-version.ts'
import { ANALYSIS_FORM, NOTIFICATION_FORM, REPORTING_FORM, statutoryForms } from './statutory-forms.ts'
import { keepTyped, parseSubmission } from './submission.ts'
import { fieldNames } from './submitted-body.ts'
import { type Body, filledBody } from './testing.ts'

const today = '2026-05-01'
const notification = formInForce(statutoryForms, NOTIFICATION_FORM, today)
const reporting = formInForce(statutoryForms, REPORTING_FORM, today)
const analysis = formInForce(statutoryForms, ANALYSIS_FORM, today)

function parsed(changes: Body) {
  return parseSubmission(notification, { ...filledBody(notification), ...changes }, { today })
}

function firstError(changes: Body) {
  const result = parsed(changes)
  return result.ok ? undefined : result.errors[0]
}

function answersTo(changes: Body) {
  const result = parsed(changes)
  if (!result.ok) expect.unreachable(JSON.stringify(result.errors))
  return result.answers
}

describe('what people type', () => {
  test('is trimmed, has one kind of line break, and is stored in one spelling', () => {
    const answers = answersTo({
      'child-family-name': '  O’Neill \t',
      circumstances: '\r\nfound at home\r\nby a carer\r',
      'child-nhs-number': ' 999 000 0018 ',
      'child-postcode': 'ls11ur',
      'local-authority': 'e08000035',
      'time-of-death': '9.05pm',
      'gestation-weeks': ' 38 ',
    })
    expect(answers).toMatchObject({
      'child-family-name': 'O’Neill',
      circumstances: 'found at home\nby a carer',
      'child-nhs-number': '9990000018',
      'child-postcode': 'LS1 1UR',
      'local-authority': 'E08000035',
      'time-of-death': '21:05',
      'gestation-weeks': 38,
    })
  })

  test.each(['3', '03', 'Mar', 'march'])('may name the month of a date as %s', (month) => {
    expect(answersTo({ 'date-of-death-month': month })['date-of-death']).toBe('2024-03-27')
  })

  test('may be as long as allowed, spaces around it not counted', () => {
    expect(parsed({ 'child-family-name': `  ${'a'.repeat(200)}  ` }).ok).toBe(true)
    expect(firstError({ 'child-family-name': 'a'.repeat(201) })?.message).toBe(
      'Family name must be 200 characters or fewer',
    )
  })

  test('of nothing but blanks is nothing', () => {
    expect(firstError({ 'child-family-name': ' \u00a0\t ' })?.message).toBe('Enter the child’s family name')
  })
})

describe('dates', () => {
  test.each([
    ['29', '2', '2023', 'Date of death must be a real date', 'date-of-death-day'],
    ['31', '4', '2024', 'Date of death must be a real date', 'date-of-death-day'],
    ['32', '1', '2024', 'Date of death must be a real date', 'date-of-death-day'],
    ['1', '13', '2024', 'Date of death must be a real date', 'date-of-death-month'],
    ['1', '1', '24', 'Year must include 4 numbers', 'date-of-death-year'],
    ['1', '1', '20240', 'Date of death must be a real date', 'date-of-death-year'],
    ['1', '1', '1024', 'Date of death must be a real date', 'date-of-death-year'],
    ['', '1', '2024', 'Date of death must include a day', 'date-of-death-day'],
    ['1', '', '', 'Date of death must include a month and year', 'date-of-death-month'],
    ['', '', '', 'Enter the date of death', 'date-of-death-day'],
    ['2', '5', '2026', 'Date of death must be today or in the past', 'date-of-death-day'],
  ])('%s/%s/%s is refused in words and at the first bad part', (day, month, year, message, fieldId) => {
    const changes = { 'date-of-death-day': day, 'date-of-death-month': month, 'date-of-death-year': year }
    expect(firstError(changes)).toEqual({ linkId: 'date-of-death', fieldId, message })
  })

  test.each([
    ['29', '2', '2024', '2024-02-29'],
    ['1', '5', '2026', '2026-05-01'],
  ])('%s/%s/%s is taken', (day, month, year, date) => {
    const changes = { 'date-of-death-day': day, 'date-of-death-month': month, 'date-of-death-year': year }
    expect(answersTo(changes)['date-of-death']).toBe(date)
  })
})

describe('a question that depends on another', () => {
  test('is dropped when it is not asked, however it got there', () => {
    const answers = answersTo({ 'nhs-number-known': 'no', 'child-nhs-number': 'not a number at all' })
    expect(answers).not.toHaveProperty('child-nhs-number')
    expect(answers['no-nhs-number-reason']).toBe('non-resident')
  })

  test('is demanded when it is asked', () => {
    expect(firstError({ 'nhs-number-known': 'no', 'no-nhs-number-reason': '' })?.message).toBe(
      'Select why there is no NHS number',
    )
  })

  test('takes its whole repeating group along', () => {
    const body = { ...filledBody(analysis), 'social-answer': 'none-identified' }
    const result = parseSubmission(analysis, body, { today })
    expect(result.ok && Object.hasOwn(result.answers, 'social-factors')).toBe(false)
    expect(result.ok).toBe(true)
  })
})

describe('"I do not know"', () => {
  test('answers a required question and is kept apart from blank', () => {
    const answers = answersTo({
      'child-postcode': '',
      'child-postcode-not-known': 'yes',
      'child-sex': 'not-known',
    })
    expect(answers['child-postcode']).toEqual({ notKnown: true })
    expect(answers['child-sex']).toEqual({ notKnown: true })
  })

  test('is not taken where it is not offered', () => {
    expect(firstError({ 'nhs-number-known': 'not-known' })?.message).toMatch(/from the list/)
  })
})

describe('repeating groups', () => {
  test('leave out empty entries and keep the others in order', () => {
    const answers = answersTo({
      'agencies[0].agency-kind': '',
      'agencies[0].agency-name': ' ',
      'agencies[0].agency-person': '',
      'agencies[0].agency-email': '',
      'agencies[0].agency-phone': '',
      'agencies[7].agency-kind': 'gp',
      'agencies[7].agency-name': 'Invented practice',
      'agencies[3].agency-kind': 'police',
      'agencies[3].agency-name': 'Invented police',
    })
    expect(answers['agencies']).toEqual([
      { 'agency-kind': 'police', 'agency-name': 'Invented police' },
      { 'agency-kind': 'gp', 'agency-name': 'Invented practice' },
    ])
  })

  test('point an error at the entry as the page will show it again', () => {
    const result = parsed({ 'agencies[9].agency-kind': 'gp', 'agencies[9].agency-name': '' })
    expect(result).toMatchObject({
      ok: false,
      errors: [{ fieldId: 'agencies-1-agency-name', message: 'Enter the name of the organisation' }],
      typed: { 'agencies[1].agency-kind': 'gp' },
    })
  })

  test('can be grown and shrunk without checking anything', () => {
    const body = {
      'agencies[0].agency-name': 'First',
      'agencies[1].agency-name': 'Second',
      _action: 'remove',
    }
    const kept = keepTyped(notification, body, {
      section: 'professionals',
      remove: { group: 'agencies', row: 0 },
    })
    expect(kept).toEqual({ typed: { 'agencies[0].agency-name': 'Second' }, rows: { agencies: 1 } })
  })
})

describe('one page at a time', () => {
  test('asks for nothing of the other pages and keeps their answers', () => {
    const first = parseSubmission(reporting, filledBody(reporting, { section: 'identification' }), {
      section: 'identification',
      today,
    })
    if (!first.ok) expect.unreachable()
    const second = parseSubmission(reporting, filledBody(reporting, { section: 'learning' }), {
      section: 'learning',
      today,
      answers: first.answers,
    })
    expect(second).toEqual({
      ok: true,
      answers: {
        ...first.answers,
        'agency-learning': 'Invented',
        'bereavement-offered': 'yes',
        'bereavement-support': 'Invented',
      },
    })
  })

  test('refuses a field of another page', () => {
    const result = parseSubmission(reporting, filledBody(reporting), { section: 'learning', today })
    expect(result.ok).toBe(false)
  })

  test('says so when there is no such page', () => {
    expect(() => parseSubmission(reporting, {}, { section: 'no-such', today })).toThrow(RangeError)
  })
})

describe('hostile submissions', () => {
  test.each([
    ['a NUL byte', 'Invented\u0000'],
    ['half a surrogate pair', 'Invented\ud800'],
    ['another control character', 'Inv\u001bented'],
  ])('%s in a name is an error in words', (_, typed) => {
    expect(firstError({ 'child-family-name': typed })?.message).toBe(
      'Family name contains a character that cannot be saved. Type it again',
    )
  })

  test.each([
    '__proto__',
    'constructor',
    'agencies[0].__proto__',
    '__proto__[0].x',
    'agencies[0].constructor',
  ])('a field called %s is an error and pollutes nothing', (key) => {
    const body = JSON.parse(`{${JSON.stringify(key)}: "polluted"}`)
    const result = parseSubmission(notification, Object.assign(body, filledBody(notification)), { today })
    expect(result.ok).toBe(false)
    expect({}).not.toHaveProperty('polluted')
    expect(Object.getPrototypeOf({})).toBe(Object.prototype)
  })

  test.each(['isAdmin', 'child', 'agencies', 'agencies[0]', 'agencies[99999].agency-name', 'child-sex[0].x'])(
    'a field called %s, which the form does not have, is an error',
    (key) => {
      expect(parsed({ [key]: 'x' }).ok).toBe(false)
    },
  )

  test('the page’s own fields are not looked at', () => {
    expect(parsed({ _csrf: 'token', _action: 'continue' }).ok).toBe(true)
  })

  test('a surname of a megabyte is refused at once', () => {
    const huge = ' a\r\n'.repeat(262_144)
    for (let time = 0; time < 20; time += 1) {
      expect(firstError({ 'child-family-name': huge })?.message).toMatch(/200 characters or fewer/)
    }
  })

  test('ten thousand agencies are one error, not ten thousand', () => {
    const rows = Array.from({ length: 10_000 }, (_, row) => [`agencies[${row}].agency-name`, 'x'])
    const result = parsed(Object.fromEntries(rows))
    expect(result).toMatchObject({
      ok: false,
      errors: [{ message: 'Agencies that knew the child must have 20 entries or fewer' }],
    })
    expect(result.ok ? 0 : result.errors.length).toBe(1)
  })

  test('no body whatever throws, and what is accepted is what the form’s schema accepts', () => {
    const names = notification.pages.flatMap((page) =>
      page.items.flatMap((item) =>
        item.kind === 'group'
          ? item.questions.flatMap(fieldNames).map((field) => `${item.linkId}[0].${field}`)
          : fieldNames(item),
      ),
    )
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom('', 'yes', 'no', 'not-known', '31', '2', '2024', '0', '-1', '1e9', 'NaN'),
      fc.array(fc.constantFrom('external-cause', 'x', ''), { maxLength: 4 }),
    )
    const key = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...names) }, fc.string({ maxLength: 40 }))
    fc.assert(
      fc.property(fc.dictionary(key, value, { maxKeys: 12 }), fc.boolean(), (changes, fill) => {
        const body = fill ? { ...filledBody(notification), ...changes } : changes
        const result = parseSubmission(notification, body, { today })
        if (result.ok) expect(notification.schema.parse(result.answers)).toEqual(result.answers)
        else for (const error of result.errors) expect(error.fieldId).not.toBe('')
      }),
      { numRuns: 500 },
    )
  })
})
