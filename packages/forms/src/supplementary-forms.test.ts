import { describe, expect, test } from 'vitest'
import { type CompiledForm, itemsOf } from './compiled-form.ts'
import { completeness } from './completeness.ts'
import { formRules } from './form-rules.ts'
import { formInForce } from './form-version.ts'
import { statutoryForms } from './statutory-forms.ts'
import { parseSubmission } from './submission.ts'
import { supplementaryForm, supplementaryKind } from './supplementary-forms.ts'
import { filledBody } from './testing.ts'

const today = '2026-05-01'
const every = statutoryForms.map((form) => ({ named: `${form.title}, version ${form.version}`, form }))
const supplementary = every.filter(({ form }) => supplementaryKind(form.url) !== undefined)

describe.each(every)('$named', ({ form }) => {
  const questions = itemsOf(form).flatMap((item) =>
    item.kind === 'note' ? [] : item.kind === 'group' ? item.questions : [item],
  )

  test('says of itself and of each question whether its words were held against the national form', () => {
    expect(form.wording).toBeDefined()
    const silent = questions.filter(({ wording, linkId }) => wording === undefined && linkId !== GATE)
    expect(silent.map(({ linkId }) => linkId)).toEqual([])
  })

  test('has plain words for every rule, and filled in rightly is accepted', () => {
    for (const rule of formRules(form)) {
      for (const message of Object.values(rule.messages)) {
        expect(message).toMatch(/^\p{Lu}/u)
        expect(message).not.toMatch(/please|sorry|invalid|forgot|oops|\.$|undefined/i)
      }
    }
    expect(parseSubmission(form, filledBody(form), { today })).toMatchObject({ ok: true })
  })
})

/** The product's own question, before those of the form. */
const GATE = 'holds-information'

describe.each(supplementary)('$named', ({ form }) => {
  test('asks an agency that holds nothing one question for each part it was sent, and no more', () => {
    const gates = itemsOf(form).filter(({ gates }) => gates.length === 0)
    const answers = Object.fromEntries(gates.map(({ linkId }) => [linkId, 'no']))
    expect(form.schema.safeParse(answers).success).toBe(true)
    const asked = completeness(form, answers).filter(({ status }) => status !== 'not-asked')
    expect(asked.map(({ linkId }) => linkId)).toEqual(gates.map(({ linkId }) => linkId))
    expect(completeness(form, answers).length).toBeGreaterThan(8)
  })

  test('keeps “not known”, blank and “not asked” apart', () => {
    const [first] = itemsOf(form).filter(({ gates }) => gates.length === 0)
    const known = { [first?.linkId ?? '']: 'yes' }
    const open = completeness(form, known).filter(({ status }) => status === 'blank')
    const [question] = itemsOf(form).filter(
      (item) => item.kind !== 'note' && item.kind !== 'group' && item.notKnown && inOpen(open, item.linkId),
    )
    const linkId = question?.linkId ?? ''
    const answers = { ...known, [linkId]: { notKnown: true as const } }
    expect(statusOf(form, answers, linkId)).toBe('not-known')
    expect(statusOf(form, known, linkId)).toBe('blank')
    expect(statusOf(form, {}, linkId)).toBe('not-asked')
  })
})

function inOpen(open: readonly { linkId: string }[], linkId: string): boolean {
  return open.some((item) => item.linkId === linkId)
}

function statusOf(form: CompiledForm, answers: Parameters<typeof completeness>[1], linkId: string) {
  return completeness(form, answers).find((item) => item.linkId === linkId)?.status
}

test('neonatal herpes is asked about since April 2022, and not before', () => {
  const url = supplementaryForm('delivery-suite-or-neonatal-unit')
  const infectionsOn = (day: string) =>
    itemsOf(formInForce(statutoryForms, url, day)).find(({ linkId }) => linkId === 'infections')
  const herpes = expect.objectContaining({ code: 'neonatal-herpes' })
  expect(infectionsOn('2022-04-01')).toMatchObject({ options: expect.arrayContaining([herpes]) })
  expect(infectionsOn('2022-03-31')).not.toMatchObject({ options: expect.arrayContaining([herpes]) })
})

test('the stages of the care pathway stand on pages of their own since April 2022, each asked by itself', () => {
  const url = supplementaryForm('care-pathway')
  expect(formInForce(statutoryForms, url, '2022-03-31').pages).toHaveLength(1)
  const staged = formInForce(statutoryForms, url, '2022-04-01')
  expect(staged.pages.length).toBeGreaterThan(5)
  for (const { linkId } of staged.pages) expect(linkId).toMatch(/^stage-/)
})
