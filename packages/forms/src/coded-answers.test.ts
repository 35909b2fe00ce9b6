import { factorRows, factRows, SupplementaryFormKind } from '@cdop/domain'
import { describe, expect, test } from 'vitest'
import { codedAnswers } from './coded-answers.ts'
import { itemsOf } from './compiled-form.ts'
import { formInForce } from './form-version.ts'
import { REPORTING_FORM, statutoryForms } from './statutory-forms.ts'
import { supplementaryForm } from './supplementary-forms.ts'

const on = '2026-12-01'
const reporting = formInForce(statutoryForms, REPORTING_FORM, on)

test('what is told in codes of a form: the questions of the panel that are answered, no words, no blanks', () => {
  const answers = {
    'involvement-summary': 'What an invented neighbour told',
    gestation: 26,
    'known-conditions': ['asthma', 'none'],
    'household-smoking': { notKnown: true as const },
  }
  expect(codedAnswers(reporting, answers)).toEqual([
    expect.objectContaining({ question: 'known-conditions', codes: ['asthma', 'none'], number: null }),
    expect.objectContaining({ question: 'gestation', codes: [], number: 26, answer: '26' }),
  ])
})

describe('the tables of facts and factors', () => {
  test.each([...factRows, ...factorRows])('ask the form $form only what it asks: $question', (row) => {
    const form =
      row.form === 'reporting'
        ? reporting
        : formInForce(statutoryForms, supplementaryForm(SupplementaryFormKind.parse(row.form)), on)
    const item = itemsOf(form).find((one) => one.linkId === row.question)
    if ('is' in row) {
      if (item?.kind !== 'choice') expect.unreachable(`${row.form}/${row.question} is no choice`)
      const codes = item.options.map(({ code }) => code)
      expect(codes).toEqual(expect.arrayContaining([...row.is]))
      expect(item.panel).toBe(true)
    } else expect(item).toMatchObject({ kind: 'integer', panel: true })
  })
})
