import { describe, expect, test } from 'vitest'
import type { Answers } from './answer.ts'
import { collate } from './collate.ts'
import { formVersion } from './form-version.ts'
import { REPORTING_FORM, statutoryForms } from './statutory-forms.ts'
import { supplementaryForm } from './supplementary-forms.ts'

const form = (version: string, url = REPORTING_FORM) => formVersion(statutoryForms, url, version)
const said = (source: string, answers: Answers, version = '2026-04-01') => ({
  source,
  form: form(version),
  answers,
})
const of = (...given: Parameters<typeof collate<string>>[1][number][]) =>
  collate(statutoryForms, given, '2026-05-01')

describe('the collated record', () => {
  test('keeps every answer with who gave it, also across the versions of the form', () => {
    const fields = of(
      said('hospital', { 'household-smoking': 'yes' }),
      said('surgery', { 'household-smoking': 'yes', gestation: 38 }, '2019-04-01'),
    )
    expect(fields.find(({ linkId }) => linkId === 'household-smoking')).toMatchObject({
      version: '2026-04-01',
      said: [
        { source: 'hospital', answer: 'Yes' },
        { source: 'surgery', answer: 'Yes' },
      ],
      conflict: false,
    })
    expect(fields.find(({ linkId }) => linkId === 'gestation')?.said).toHaveLength(1)
  })

  test('shows a conflict where two who know say different things, and none where one does not know', () => {
    const two = (one: Answers, other: Answers) =>
      of(said('a', one), said('b', other)).filter((f) => f.conflict)
    expect(two({ gestation: 38 }, { gestation: 28 }).map(({ linkId }) => linkId)).toEqual(['gestation'])
    expect(two({ gestation: 38 }, { gestation: { notKnown: true } })).toEqual([])
    expect(
      two({ 'known-conditions': ['asthma', 'epilepsy'] }, { 'known-conditions': ['epilepsy', 'asthma'] }),
    ).toEqual([])
  })

  test('lets each agency speak for itself, and narratives stand beside each other', () => {
    const fields = of(
      said('a', { 'reporter-name': 'A', 'known-to-agency': 'yes', 'involvement-summary': 'Seen.' }),
      said('b', { 'reporter-name': 'B', 'known-to-agency': 'no', 'involvement-summary': 'Not seen.' }),
    )
    expect(fields).toHaveLength(3)
    expect(fields.filter(({ conflict }) => conflict)).toEqual([])
  })

  test('leaves no answer out that has no place in today’s version', () => {
    const drowning = form('2019-04-01', supplementaryForm('drowning'))
    const answers = { 'holds-information': 'yes', 'water-kind': 'sea', depth: 40 }
    const fields = of({ source: 'police', form: drowning, answers })
    expect(fields.find(({ linkId }) => linkId === 'depth')).toMatchObject({
      version: '2019-04-01',
      said: [{ source: 'police', answer: '40' }],
    })
  })
})
