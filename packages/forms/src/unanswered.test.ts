import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bindings } from './bindings.ts'
import { formInForce } from './form-version.ts'
import { NOTIFICATION_FORM, statutoryForms } from './statutory-forms.ts'
import { parseSubmission } from './submission.ts'
import { filledBody } from './testing.ts'
import { readAsNotKnown, unanswered } from './unanswered.ts'

const today = '2026-05-01'
const form = formInForce(statutoryForms, NOTIFICATION_FORM, today)
const read = parseSubmission(form, filledBody(form), { today })
const complete = read.ok ? read.answers : {}

describe('answers of which some are still to come', () => {
  test('lack nothing when they are complete, and are read as they are', () => {
    expect(unanswered(form, complete)).toEqual([])
    expect(readAsNotKnown(form, complete)).toBe(complete)
  })

  test('lack exactly what makes the form refuse them', () => {
    fc.assert(
      fc.property(fc.subarray(Object.keys(complete)), (left) => {
        const thin = Object.fromEntries(Object.entries(complete).filter(([linkId]) => left.includes(linkId)))
        const refused = form.schema.safeParse(thin)
        const missing = unanswered(form, thin)
        const asked = (refused.error?.issues ?? []).filter(({ message }) => !message.includes('not asked'))
        expect([...new Set(asked.map(({ path }) => path.join('.')))].sort()).toEqual([...missing].sort())
      }),
      { numRuns: 100 },
    )
  })

  test('are not known to the rules where the form has a word for it, and stay out otherwise', () => {
    const dated = { 'child-date-of-birth': '2026-02-25', 'date-of-death': '2026-02-26' }
    expect(bindings(form, readAsNotKnown(form, dated))).toMatchObject({
      child: { dateOfBirth: '2026-02-25', sex: 'not-known', bornAlive: 'not-known' },
      death: { dateOfDeath: '2026-02-26', placeOfDeath: 'not-known', expectedness: 'not-known' },
    })
    const { child } = bindings(form, readAsNotKnown(form, { 'date-of-death': '2026-02-26' }))
    expect(child).toMatchObject({ dateOfBirth: 'not-known', bornAlive: 'not-known' })
    expect(child).not.toHaveProperty('familyName')
  })
})
