import { describe, expect, test } from 'vitest'
import { compile } from './compile.ts'
import { MalformedQuestionnaire } from './compile-checks.ts'
import type { QuestionnaireItem } from './questionnaire.ts'

const name: QuestionnaireItem = { linkId: 'name', text: 'Name', type: 'string' }
const yesNo = ['yes', 'no'].map((code) => ({ valueCoding: { code, display: code } }))
const known: QuestionnaireItem = { linkId: 'known', text: 'Known', type: 'choice', answerOption: yesNo }

function questionnaire(...items: unknown[]) {
  return {
    resourceType: 'Questionnaire',
    url: 'https://cdop.example/Questionnaire/invented',
    version: '2026-04-01',
    title: 'Invented form',
    status: 'active',
    effectivePeriod: { start: '2026-04-01' },
    item: [{ linkId: 'page', text: 'Page', type: 'group', item: items }],
  }
}

function bound(linkId: string, path: string): QuestionnaireItem {
  return { ...name, linkId, extension: [{ url: 'urn:cdop:binding', valueString: path }] }
}

describe('compiling a questionnaire', () => {
  test('accepts one that makes sense and carries its url, version and dates', () => {
    const form = compile({
      ...questionnaire(name),
      effectivePeriod: { start: '2026-04-01', end: '2027-03-31' },
    })
    expect(form).toMatchObject({
      url: 'https://cdop.example/Questionnaire/invented',
      version: '2026-04-01',
      effective: { from: '2026-04-01', to: '2027-03-31' },
    })
  })

  test.each<[string, unknown[], string]>([
    ['a linkId used twice', [name, name], 'linkId name is used twice'],
    [
      'a condition on a question that does not exist',
      [{ ...name, enableWhen: [{ question: 'gone', operator: '=', answerCoding: { code: 'yes' } }] }],
      'name depends on gone, which is no earlier question',
    ],
    [
      'a condition on a later question, so no two can wait for each other',
      [{ ...name, enableWhen: [{ question: 'known', operator: '=', answerCoding: { code: 'yes' } }] }, known],
      'name depends on known, which is no earlier question',
    ],
    [
      'a condition on an answer that is not offered',
      [
        known,
        { ...name, enableWhen: [{ question: 'known', operator: '=', answerCoding: { code: 'maybe' } }] },
      ],
      'name depends on an answer known does not offer: maybe',
    ],
    [
      'several conditions without all or any',
      [
        known,
        {
          ...name,
          enableWhen: [
            { question: 'known', operator: '=', answerCoding: { code: 'yes' } },
            { question: 'known', operator: '=', answerCoding: { code: 'no' } },
          ],
        },
      ],
      'does not say whether all or any must hold',
    ],
    [
      'a required question without words',
      [{ ...name, required: true }],
      'name is required and has no error message',
    ],
    [
      'a binding used twice',
      [bound('one', 'child.name'), bound('two', 'child.name')],
      'child.name is used twice',
    ],
    [
      'a binding inside another',
      [bound('one', 'child'), bound('two', 'child.name')],
      'child and child.name lie inside each other',
    ],
    ['a binding that would pollute', [bound('one', 'child.constructor')], 'which is not a path'],
    ['a binding to the prototype', [bound('one', '__proto__.polluted')], 'which is not a path'],
    ['a choice without options', [{ ...known, answerOption: [] }], 'known is a choice without options'],
    ['options on a text', [{ ...name, answerOption: yesNo }], 'name has options but is no choice'],
    [
      'free text for the panel',
      [{ ...name, extension: [{ url: 'urn:cdop:panel', valueBoolean: true }] }],
      'name is for the panel but its answer is not coded',
    ],
    [
      'a format on a choice',
      [{ ...known, extension: [{ url: 'urn:cdop:format', valueCode: 'email' }] }],
      'known has a format but is not text',
    ],
    [
      'a name the form needs itself',
      [{ ...name, linkId: 'birth-day' }],
      'clashes with a name the form needs',
    ],
    [
      'a group inside a repeating group',
      [
        {
          linkId: 'rows',
          text: 'Rows',
          type: 'group',
          repeats: true,
          item: [{ linkId: 'inner', text: 'Inner', type: 'group', item: [name] }],
        },
      ],
      'inner is a group inside a repeating group',
    ],
    [
      'an extension it does not know',
      [{ ...name, extension: [{ url: 'urn:cdop:surprise', valueString: 'x' }] }],
      'Invalid',
    ],
    ['a key it does not know', [{ ...name, initial: [{ valueString: 'x' }] }], 'Unrecognized key'],
    ['a type it does not know', [{ ...name, type: 'attachment' }], 'Invalid option'],
  ])('refuses %s', (_, items, reason) => {
    expect(() => compile(questionnaire(...items))).toThrow(MalformedQuestionnaire)
    expect(() => compile(questionnaire(...items))).toThrow(reason)
  })

  test.each([
    ['nothing', undefined],
    ['another resource', { ...questionnaire(name), resourceType: 'Patient' }],
    [
      'an end before the start',
      { ...questionnaire(name), effectivePeriod: { start: '2026-04-01', end: '2026-03-31' } },
    ],
    ['a question that is not on a page', { ...questionnaire(name), item: [name] }],
    ['a key beside the known ones', { ...questionnaire(name), publisher: 'somebody' }],
  ])('refuses %s', (_, json) => {
    expect(() => compile(json)).toThrow(MalformedQuestionnaire)
  })

  test('names every problem at once', () => {
    expect(() => compile(questionnaire({ ...name, required: true }, { ...known, answerOption: [] }))).toThrow(
      /name is required.*known is a choice without options/,
    )
  })
})
