import { describe, expect, test } from 'vitest'
import { compile } from './compile.ts'
import { pageModel } from './page-model.ts'
import { parseSubmission } from './submission.ts'

const yesNo = ['yes', 'no'].map((code) => ({ valueCoding: { code, display: code } }))

function when(question: string, code: string) {
  return [{ question, operator: '=', answerCoding: { code } }]
}

const form = compile({
  resourceType: 'Questionnaire',
  url: 'https://cdop.example/Questionnaire/invented',
  version: '2026-04-01',
  title: 'Invented form',
  status: 'active',
  effectivePeriod: { start: '2026-04-01' },
  item: [
    {
      linkId: 'siblings-page',
      text: 'Siblings',
      type: 'group',
      item: [
        {
          linkId: 'siblings',
          text: 'Siblings',
          type: 'group',
          repeats: true,
          item: [
            { linkId: 'at-home', text: 'Lives at home', type: 'choice', answerOption: yesNo },
            { linkId: 'school', text: 'School', type: 'string', enableWhen: when('at-home', 'yes') },
          ],
        },
        { linkId: 'seen', text: 'Was the home seen?', type: 'choice', answerOption: yesNo },
      ],
    },
    {
      linkId: 'home-page',
      text: 'The home',
      type: 'group',
      enableWhen: when('seen', 'yes'),
      item: [{ linkId: 'rooms', text: 'Rooms', type: 'integer' }],
    },
  ],
})
const today = '2026-05-01'

describe('a condition inside an entry', () => {
  test('looks at its own entry and at no other', () => {
    const body = {
      'siblings[0].at-home': 'no',
      'siblings[0].school': 'Dropped',
      'siblings[1].at-home': 'yes',
      'siblings[1].school': 'Kept',
    }
    expect(parseSubmission(form, body, { today })).toEqual({
      ok: true,
      answers: { siblings: [{ 'at-home': 'no' }, { 'at-home': 'yes', school: 'Kept' }] },
    })
  })

  test('names the controlling question of the same entry', () => {
    const [section] = pageModel(form, { section: 'siblings-page', rows: { siblings: 2 } }).sections
    const group = section?.fieldsets[0]?.fields[0]
    expect(group?.kind === 'group' ? group.rows[1]?.fields[1] : undefined).toMatchObject({
      name: 'siblings[1].school',
      revealedBy: { id: 'siblings-1-at-home', name: 'siblings[1].at-home', value: 'yes' },
    })
  })
})

describe('a page that depends on another page', () => {
  test('shows nothing until the answer there asks for it', () => {
    const shown = (seen: string) =>
      pageModel(form, { section: 'home-page', values: { seen } }).sections[0]?.fieldsets
    expect(shown('no')).toEqual([])
    expect(shown('yes')).toMatchObject([{ fields: [{ linkId: 'rooms', visible: true }] }])
  })

  test('takes answers only then, and loses them when the answer there changes', () => {
    const taken = parseSubmission(
      form,
      { rooms: '4' },
      { section: 'home-page', today, answers: { seen: 'yes' } },
    )
    expect(taken).toEqual({ ok: true, answers: { seen: 'yes', rooms: 4 } })
    const changed = parseSubmission(
      form,
      { seen: 'no' },
      { section: 'siblings-page', today, answers: { seen: 'yes', rooms: 4 } },
    )
    expect(changed).toEqual({ ok: true, answers: { seen: 'no' } })
  })
})
