import { describe, expect, test } from 'vitest'
import { formRules } from './form-rules.ts'
import { formInForce } from './form-version.ts'
import { statutoryForms } from './statutory-forms.ts'
import { parseSubmission } from './submission.ts'
import { filledBody, mistakeCases, sampleForms } from './testing.ts'

const today = '2026-12-01'
const forms = sampleForms.map((form) => ({ title: form.title, form }))

describe('the statutory forms', () => {
  test('are in force for every death since the forms began in April 2019', () => {
    for (const { url } of statutoryForms) {
      expect(formInForce(statutoryForms, url, '2019-04-01').effective.from).toBe('2019-04-01')
      expect(formInForce(statutoryForms, url, today).effective.to).toBeUndefined()
    }
  })

  test.each(forms)('$title, filled in rightly, is accepted and is complete', ({ form }) => {
    const result = parseSubmission(form, filledBody(form), { today })
    expect(result).toMatchObject({ ok: true })
    if (result.ok) expect(form.schema.parse(result.answers)).toEqual(result.answers)
  })

  test.each(forms)('$title has plain words for every rule', ({ form }) => {
    for (const rule of formRules(form)) {
      expect(Object.keys(rule.messages).length, rule.linkId).toBeGreaterThan(0)
      if (rule.required) expect(rule.messages.required, rule.linkId).toBeTruthy()
      for (const message of Object.values(rule.messages)) {
        expect(message).toMatch(/^\p{Lu}/u)
        expect(message).not.toMatch(/please|sorry|invalid|forgot|oops|\.$|undefined/i)
      }
    }
  })

  test.each(forms)('the rules of $title survive being written as JSON', ({ form }) => {
    expect(JSON.parse(JSON.stringify(formRules(form)))).toEqual(formRules(form))
  })

  test('bind what the rules of the product need', () => {
    const paths = statutoryForms.map((form) =>
      formRules(form).length > 0 ? form.pages.flatMap((page) => page.items) : [],
    )
    const bound = paths.flat().flatMap((item) => (item.kind === 'note' ? [] : (item.binding ?? [])))
    expect(bound).toEqual(
      expect.arrayContaining([
        'child.nhsNumber',
        'child.dateOfBirth',
        'residence.localAuthority',
        'death.dateOfDeath',
        'agencies',
        'report.summary',
        'analysis.categories',
        'analysis.domains.service.factors',
        'analysis.modifiability',
      ]),
    )
  })
})

describe.each(forms)('each mistake in $title has its own words and place', ({ form }) => {
  const cases = mistakeCases(form)

  test.each(cases)('$linkId: $mistake', ({ body, message, linkId, fieldId }) => {
    const result = parseSubmission(form, body, { today })
    expect(result).toMatchObject({ ok: false, errors: [{ linkId, fieldId, message }] })
  })
})

describe.each(forms)('each mistake in $title, one page at a time', ({ form }) => {
  test('has the same words and the same place as on the whole form, with the other pages stored', () => {
    const rules = formRules(form)
    for (const { section, linkId, mistake, body, message, fieldId } of mistakeCases(form)) {
      const whole = parseSubmission(form, filledBody(form, { asking: linkId }), { today })
      if (!whole.ok) expect.unreachable(linkId)
      const here = rules.filter((rule) => rule.section === section)
      const names = new Set(here.flatMap((rule) => rule.fields))
      const posted = Object.entries(body).filter(([name]) => names.has(name.replace(/^.*\]\./, '')))
      const result = parseSubmission(form, Object.fromEntries(posted), {
        section,
        today,
        answers: whole.answers,
      })
      expect(result, `${linkId}: ${mistake}`).toMatchObject({
        ok: false,
        errors: [{ linkId, fieldId, message }],
      })
    }
  })
})
