import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answers } from './answer.ts'
import { bindings } from './bindings.ts'
import { itemsOf } from './compiled-form.ts'
import { completeness } from './completeness.ts'
import { formInForce } from './form-version.ts'
import { panelAnswers } from './panel-answers.ts'
import { ANALYSIS_FORM, NOTIFICATION_FORM, REPORTING_FORM, statutoryForms } from './statutory-forms.ts'
import { summary } from './summary.ts'
import { sampleForms } from './testing.ts'
import { anyAnswers } from './testing-answers.ts'
import { visible, withoutHidden } from './visibility.ts'

const today = '2026-05-01'
const notification = formInForce(statutoryForms, NOTIFICATION_FORM, today)
const reporting = formInForce(statutoryForms, REPORTING_FORM, today)
const analysis = formInForce(statutoryForms, ANALYSIS_FORM, today)
const forms = sampleForms.map((form) => ({ title: form.title, form }))

const factor = {
  'service-factor-code': 'neonatal-care-quality',
  'service-factor-description': 'Invented description',
  'service-factor-relevance': '2',
  'service-factor-modifiable': 'yes',
}

describe('what is asked', () => {
  test('depends on the answers given', () => {
    expect(visible(notification, {}).has('child-nhs-number')).toBe(false)
    expect(visible(notification, { 'nhs-number-known': 'yes' }).has('child-nhs-number')).toBe(true)
    expect(visible(notification, { 'nhs-number-known': 'yes' }).has('no-nhs-number-reason')).toBe(false)
    expect(visible(reporting, { 'known-to-agency': { notKnown: true } }).has('last-seen')).toBe(false)
  })

  test('names each question of each entry', () => {
    const paths = visible(analysis, { 'service-answer': 'factors', 'service-factors': [factor, factor] })
    expect(paths.has('service-factors[1].service-factor-code')).toBe(true)
    expect(paths.has('service-factors[2].service-factor-code')).toBe(false)
    expect(paths.has('social-factors')).toBe(false)
  })

  test.each(forms)(
    '$title: dropping what is not asked changes nothing of what is, and doing it twice nothing more',
    ({ form }) => {
      fc.assert(
        fc.property(anyAnswers(form), (answers) => {
          const kept = withoutHidden(itemsOf(form), answers)
          expect(withoutHidden(itemsOf(form), kept)).toEqual(kept)
          for (const linkId of Object.keys(kept)) expect(visible(form, answers).has(linkId)).toBe(true)
        }),
      )
    },
  )
})

describe('a complete set of answers', () => {
  test('lacks nothing required and holds nothing that is not asked', () => {
    const answers: Answers = {
      categories: ['3', '5'],
      'intrinsic-answer': 'none-identified',
      'social-answer': 'no-information',
      'physical-answer': 'none-identified',
      'service-answer': 'factors',
      'service-factors': [factor],
      modifiability: 'modifiable-factors-identified',
    }
    expect(analysis.schema.safeParse(answers).success).toBe(true)
    const { modifiability: _left, ...lacking } = answers
    expect(analysis.schema.safeParse(lacking).error?.issues).toMatchObject([
      { path: ['modifiability'], message: 'Select the outcome on modifiability' },
    ])
    const { 'service-factor-code': _code, ...codeless } = factor
    expect(
      analysis.schema.safeParse({ ...answers, 'service-factors': [codeless] }).error?.issues,
    ).toMatchObject([{ path: ['service-factors', 0, 'service-factor-code'], message: 'Select the factor' }])
    expect(analysis.schema.safeParse({ ...answers, 'social-factors': [factor] }).success).toBe(false)
    expect(analysis.schema.safeParse({ ...answers, 'inadequate-reason': 'Invented' }).success).toBe(false)
    expect(analysis.draftSchema.safeParse(lacking).success).toBe(true)
  })

  test.each([
    ['an unknown linkId', '{"surprise": "x"}'],
    ['__proto__', '{"__proto__": {"polluted": true}}'],
    ['constructor', '{"constructor": "x"}'],
    ['a code that is not offered', '{"child-sex": "other"}'],
    ['29 February 2023', '{"date-of-death": "2023-02-29"}'],
    ['a NUL byte', '{"circumstances": "in\\u0000vented"}'],
    ['half a surrogate pair', '{"circumstances": "in\\ud800vented"}'],
    ['an NHS number with a wrong check digit', '{"child-nhs-number": "9990000019"}'],
    ['not known where it is not offered', '{"date-of-death": {"notKnown": true}}'],
    ['not known with something beside it', '{"child-sex": {"notKnown": true, "x": 1}}'],
    ['a number for text', '{"circumstances": 5}'],
    ['an entry of nothing', '{"agencies": [{}]}'],
    ['the same tick twice', '{"jar-triggers": ["external-cause", "external-cause"]}'],
    ['deep nesting', `{"agencies": ${'['.repeat(5000)}${']'.repeat(5000)}}`],
  ])('refuses %s, even as a draft', (_, json) => {
    expect(notification.draftSchema.safeParse(JSON.parse(json)).success).toBe(false)
  })
})

describe('completeness', () => {
  test('tells answered, not known, blank and not asked apart', () => {
    const answers: Answers = {
      'child-sex': { notKnown: true },
      'child-family-name': 'Invented',
      'nhs-number-known': 'no',
    }
    const statuses = new Map(completeness(notification, answers).map(({ path, status }) => [path, status]))
    expect(statuses.get('child-family-name')).toBe('answered')
    expect(statuses.get('child-sex')).toBe('not-known')
    expect(statuses.get('child-given-names')).toBe('blank')
    expect(statuses.get('child-nhs-number')).toBe('not-asked')
    expect(statuses.get('agencies')).toBe('blank')
  })

  test.each(forms)('$title: whatever is answered, every item has exactly one status', ({ form }) => {
    fc.assert(
      fc.property(anyAnswers(form), (answers) => {
        const paths = completeness(form, answers).map(({ path }) => path)
        expect(new Set(paths).size).toBe(paths.length)
        for (const item of itemsOf(form)) if (item.kind !== 'note') expect(paths).toContain(item.linkId)
      }),
    )
  })
})

describe('bindings', () => {
  test('put each answer under its domain path, a repeating group as an array', () => {
    const answers: Answers = {
      'nhs-number-known': 'no',
      'no-nhs-number-reason': 'not-currently-available',
      'child-family-name': 'Invented',
      'child-sex': { notKnown: true },
      'child-date-of-birth': '2024-03-01',
      'date-of-death': '2024-03-27',
      'gestation-weeks': 38,
      'child-postcode': { notKnown: true },
      'jar-triggers': ['external-cause'],
      agencies: [{ 'agency-kind': 'gp', 'agency-name': 'Invented practice' }, { 'agency-kind': 'police' }],
    }
    expect(JSON.parse(JSON.stringify(bindings(notification, answers)))).toEqual({
      child: {
        noNhsNumberReason: 'not-currently-available',
        familyName: 'Invented',
        dateOfBirth: '2024-03-01',
        sex: 'not-known',
      },
      death: { dateOfDeath: '2024-03-27', gestationWeeks: 38, jarTriggers: ['external-cause'] },
      agencies: [{ kind: 'gp', name: 'Invented practice' }, { kind: 'police' }],
    })
  })

  test('give the analysis by domain', () => {
    const answers: Answers = {
      'service-answer': 'factors',
      'service-factors': [factor],
      categories: ['10', '9'],
    }
    expect(JSON.parse(JSON.stringify(bindings(analysis, answers)))).toEqual({
      analysis: {
        categories: ['10', '9'],
        domains: {
          service: {
            answer: 'factors',
            factors: [
              {
                code: 'neonatal-care-quality',
                description: 'Invented description',
                relevance: '2',
                modifiable: 'yes',
              },
            ],
          },
        },
      },
    })
  })

  test('leave out what is not asked', () => {
    expect(bindings(notification, { 'child-nhs-number': '9990000018' })).toEqual({})
  })

  test('have no prototype to reach', () => {
    const bound = bindings(notification, { 'child-family-name': 'Invented' })
    expect(Object.getPrototypeOf(bound)).toBeNull()
    expect(Object.getPrototypeOf(bound['child'])).toBeNull()
  })
})

describe('what the panel sees', () => {
  test('is never free text, a name or a date', () => {
    for (const item of sampleForms.flatMap(itemsOf)) {
      const questions = item.kind === 'group' ? item.questions : item.kind === 'note' ? [] : [item]
      for (const question of questions.filter(({ panel }) => panel)) {
        expect(['choice', 'integer']).toContain(question.kind)
      }
    }
  })

  test('is nothing of the notification', () => {
    expect(panelAnswers(notification, { 'child-family-name': 'Invented', 'child-sex': 'male' })).toEqual([])
  })

  test('is in words, with what is blank and what is not known told apart', () => {
    const answers: Answers = {
      'known-conditions': ['asthma', 'epilepsy'],
      'birth-weight': { notKnown: true },
      'involvement-summary': 'Invented narrative',
    }
    const seen = panelAnswers(reporting, answers)
    expect(seen).toContainEqual({ label: 'Known conditions', answer: 'Asthma, Epilepsy', withheld: false })
    expect(seen).toContainEqual({ label: 'Birth weight in grams', answer: 'I do not know', withheld: false })
    expect(seen).toContainEqual({ label: 'Social care status', answer: 'Not provided', withheld: false })
    expect(JSON.stringify(seen)).not.toContain('narrative')
  })
})

describe('check answers', () => {
  test('says everything asked as people read it', () => {
    const answers: Answers = {
      'nhs-number-known': 'yes',
      'child-nhs-number': '9990000018',
      'child-date-of-birth': '2024-02-29',
      'child-sex': { notKnown: true },
      'local-authority': 'E08000035',
      agencies: [{ 'agency-kind': 'gp', 'agency-name': 'Invented practice' }],
    }
    const optionsFor = { 'local-authority': [{ value: 'E08000035', text: 'Leeds' }] }
    const rows = summary(notification, answers, { optionsFor }).flatMap((section) => section.rows)
    const said = new Map(rows.map(({ path, answer }) => [path, answer]))
    expect(said.get('child-nhs-number')).toBe('999 000 0018')
    expect(said.get('child-date-of-birth')).toBe('29 February 2024')
    expect(said.get('child-sex')).toBe('I do not know')
    expect(said.get('time-of-death')).toBe('Not provided')
    expect(said.get('local-authority')).toBe('Leeds')
    expect(said.get('agencies[0].agency-kind')).toBe('GP practice')
    expect(said.has('no-nhs-number-reason')).toBe(false)
  })

  test('says "Not provided" for a group without entries', () => {
    const rows = summary(notification, {}).flatMap((section) => section.rows)
    expect(rows).toContainEqual({
      label: 'Agencies that knew the child',
      answer: 'Not provided',
      linkId: 'agencies',
      path: 'agencies',
    })
  })
})
