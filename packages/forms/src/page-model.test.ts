import { describe, expect, test } from 'vitest'
import { formInForce } from './form-version.ts'
import { type BlockModel, type PageOptions, pageModel } from './page-model.ts'
import { ANALYSIS_FORM, NOTIFICATION_FORM, statutoryForms } from './statutory-forms.ts'
import { parseSubmission } from './submission.ts'
import { filledBody, mistakeCases, sampleForms } from './testing.ts'

const today = '2026-05-01'
const notification = formInForce(statutoryForms, NOTIFICATION_FORM, today)
const analysis = formInForce(statutoryForms, ANALYSIS_FORM, today)

function blocks(form: typeof notification, options: PageOptions = {}): BlockModel[] {
  return pageModel(form, options).sections.flatMap((section) =>
    section.fieldsets.flatMap((fieldset) => fieldset.fields),
  )
}

function block(linkId: string, options: PageOptions = {}): BlockModel | undefined {
  return blocks(notification, options).find((candidate) => candidate.linkId === linkId)
}

/** Ids of every element the model describes. */
function idsOf(shown: readonly BlockModel[]): string[] {
  return shown.flatMap((field): string[] => {
    if (field.kind === 'note') return []
    if (field.kind === 'group') return field.rows.flatMap((row) => idsOf(row.fields))
    const notKnown = field.notKnown ? [field.notKnown.id] : []
    if (field.kind === 'date') return [...field.parts.map((part) => part.id), ...notKnown]
    return 'options' in field ? field.options.map((option) => option.id) : [field.id, ...notKnown]
  })
}

describe('a page of a form', () => {
  test('shows each question by its kind', () => {
    expect(block('child-family-name')).toMatchObject({ kind: 'text', label: 'Family name', maxLength: 200 })
    expect(block('child-nhs-number')).toMatchObject({
      kind: 'nhs-number',
      hint: '10 digits, like 999 000 0018',
    })
    expect(block('child-sex')).toMatchObject({ kind: 'radios' })
    expect(block('child-ethnic-category')).toMatchObject({ kind: 'select' })
    expect(block('jar-triggers')).toMatchObject({ kind: 'checkboxes', optional: true })
    expect(block('circumstances')).toMatchObject({ kind: 'textarea' })
    expect(block('date-of-death')).toMatchObject({ kind: 'date' })
    expect(block('time-of-death')).toMatchObject({ kind: 'time' })
    expect(block('gestation-weeks')).toMatchObject({ kind: 'integer' })
    expect(block('agencies')).toMatchObject({ kind: 'group', mayAddAnother: true })
  })

  test('names the answer that reveals a conditional question', () => {
    const revealedBy = {
      linkId: 'nhs-number-known',
      id: 'nhs-number-known',
      name: 'nhs-number-known',
      value: 'yes',
    }
    expect(block('child-nhs-number')).toMatchObject({ visible: false, revealedBy })
    expect(block('child-nhs-number', { values: { 'nhs-number-known': 'yes' } })).toMatchObject({
      visible: true,
    })
  })

  test('shows stored answers', () => {
    const result = parseSubmission(notification, filledBody(notification), { today })
    if (!result.ok) expect.unreachable()
    const values = { ...result.answers, 'child-postcode': { notKnown: true as const } }
    expect(block('child-nhs-number', { values })).toMatchObject({ value: '999 000 0018' })
    expect(block('child-sex', { values })).toMatchObject({
      value: 'male',
      options: [{ checked: true }, {}, {}, {}],
    })
    expect(block('date-of-death', { values })).toMatchObject({
      parts: [{ value: '27' }, { value: '3' }, { value: '2024' }],
    })
    expect(block('child-postcode', { values })).toMatchObject({ value: '', notKnown: { checked: true } })
    expect(block('agencies', { values })).toMatchObject({
      rows: [{ fields: [{ value: 'gp' }, { value: 'Invented' }, {}, {}, {}] }],
    })
  })

  test('comes back with everything typed, and what it reveals, when it is refused', () => {
    const body = {
      ...filledBody(notification),
      'nhs-number-known': 'yes',
      'child-nhs-number': '123',
      'date-of-death-day': '31',
      'date-of-death-month': 'Feb',
      'agencies[1].agency-name': 'Second',
      'jar-triggers': ['external-cause', 'custody-or-mha'],
    }
    const result = parseSubmission(notification, body, { today })
    if (result.ok) expect.unreachable()
    const options = { typed: result.typed, errors: result.errors }
    expect(block('child-nhs-number', options)).toMatchObject({
      value: '123',
      visible: true,
      error: expect.stringContaining('real NHS number'),
    })
    expect(block('date-of-death', options)).toMatchObject({
      error: 'Date of death must be a real date',
      parts: [{ value: '31', wrong: true }, { value: 'Feb', wrong: false }, { value: '2024' }],
    })
    expect(block('jar-triggers', options)).toMatchObject({
      options: [{ checked: true }, { checked: false }, { checked: true }, {}, {}, {}],
    })
    expect(block('agencies', options)).toMatchObject({
      rows: [
        {},
        {
          legend: 'Agency 2',
          fields: [{ error: 'Select the kind of agency' }, { value: 'Second' }, {}, {}, {}],
        },
      ],
    })
  })

  test('has an element for every error to link to, whatever the mistake', () => {
    for (const form of sampleForms) {
      for (const { body, mistake } of mistakeCases(form)) {
        const result = parseSubmission(form, body, { today })
        if (result.ok) expect.unreachable(mistake)
        const ids = idsOf(blocks(form, { typed: result.typed, errors: result.errors }))
        expect(ids).toEqual(expect.arrayContaining(result.errors.map((error) => error.fieldId)))
      }
    }
  })

  test('gives no two elements the same id', () => {
    for (const form of sampleForms) {
      const ids = idsOf(blocks(form, { rows: { agencies: 3, 'social-factors': 3 } }))
      expect(new Set(ids).size).toBe(ids.length)
    }
  })

  test('shows as many entries as asked for, up to the most allowed', () => {
    expect(block('agencies', { rows: { agencies: 3 } })).toMatchObject({
      rows: [{}, {}, {}],
      mayAddAnother: true,
    })
    const most = block('agencies', { rows: { agencies: 500 } })
    expect(most?.kind === 'group' ? most.rows.length : 0).toBe(20)
    expect(most).toMatchObject({ mayAddAnother: false })
  })

  test('offers the product’s own choices where it knows better', () => {
    const offered = [
      { value: 'E08000035', text: 'Leeds' },
      { value: 'E08000036', text: 'Wakefield' },
    ]
    const values = { 'local-authority': 'E08000036' }
    expect(block('local-authority', { values, optionsFor: { 'local-authority': offered } })).toMatchObject({
      kind: 'select',
      value: 'E08000036',
      options: [{ checked: false }, { checked: true, text: 'Wakefield' }],
    })
  })

  test('reveals the factors of a domain when factors were found', () => {
    const group = blocks(analysis, { section: 'service-domain' }).find((field) => field.kind === 'group')
    expect(group).toMatchObject({ revealedBy: { name: 'service-answer', value: 'factors' }, visible: false })
  })

  test('is plain data', () => {
    const model = pageModel(notification)
    expect(JSON.parse(JSON.stringify(model))).toEqual(model)
  })

  test('says so when there is no such page', () => {
    expect(() => pageModel(notification, { section: 'no-such' })).toThrow(RangeError)
  })
})
