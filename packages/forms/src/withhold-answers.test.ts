import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Answers, answerTo } from './answer.ts'
import { itemsOf } from './compiled-form.ts'
import { formFile, formResponse } from './form-file.ts'
import { formVersion } from './form-version.ts'
import { panelAnswers } from './panel-answers.ts'
import { FormFileError, readFormFile } from './read-form-file.ts'
import { REPORTING_FORM, statutoryForms } from './statutory-forms.ts'
import { summary } from './summary.ts'
import { supplementaryForm } from './supplementary-forms.ts'
import { anyAnswers } from './testing-answers.ts'
import { versionChanges } from './version-change.ts'
import { visible } from './visibility.ts'
import { hasPart, partIn, questionsOfPart, withholdAnswers } from './withhold-answers.ts'

const form = formVersion(statutoryForms, REPORTING_FORM, '2026-04-01')
const questions = itemsOf(form).filter(({ kind }) => kind !== 'note')
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const someOf = fc.subarray(
  questions.map(({ linkId }) => linkId),
  { minLength: 1 },
)

describe('answers under a caveat', () => {
  test('leave with nothing of them, and every place that is asked says so', () => {
    fc.assert(
      fc.property(anyAnswers(form), someOf, (answers, under) => {
        const left = withholdAnswers(form, answers, under)
        for (const linkId of under) expect(left.answers[linkId]).toBeUndefined()
        for (const linkId of Object.keys(left.answers)) expect(left.answers[linkId]).toEqual(answers[linkId])
        expect(left.withheld.every((linkId) => under.includes(linkId))).toBe(true)
        const asked = visible(form, left.answers)
        for (const linkId of left.withheld) expect(asked.has(linkId)).toBe(true)
        const rows = summary(form, left.answers, left).flatMap((section) => section.rows)
        const withheldRows = rows.filter(({ answer }) => answer === 'Something is withheld here')
        expect(withheldRows.map(({ linkId }) => linkId)).toEqual(left.withheld)
      }),
      { numRuns: 40 },
    )
  })

  test('are the same to the panel whatever they were', () => {
    const other = anyAnswers(form)
    fc.assert(
      fc.property(anyAnswers(form), other, fc.constantFrom(...questions), (answers, others, { linkId }) => {
        const { [linkId]: was, ...rest } = answers
        const changed: Answers = others[linkId] === undefined ? rest : { ...rest, [linkId]: others[linkId] }
        const seen = [answers, changed].map((one) => {
          const left = withholdAnswers(form, one, [linkId])
          return panelAnswers(form, left.answers, left.withheld)
        })
        expect(seen[0]).toEqual(seen[1])
      }),
      { numRuns: 60 },
    )
  })

  test('are in nothing that leaves, of whatever they say', () => {
    const typed = questions.filter(({ kind }) => kind === 'text' || kind === 'string')
    const marked = (linkId: string) => `Quillfeather of ${linkId}!`
    fc.assert(
      fc.property(anyAnswers(form), someOf, (answers, under) => {
        const all = { ...answers, ...Object.fromEntries(typed.map(({ linkId }) => [linkId, marked(linkId)])) }
        const left = { form, ...withholdAnswers(form, all, under) }
        const leaving = JSON.stringify([
          summary(form, left.answers, left),
          panelAnswers(form, left.answers, left.withheld),
          left.answers,
        ])
        for (const linkId of under) expect(leaving).not.toContain(marked(linkId))
      }),
      { numRuns: 40 },
    )
  })

  test('are not in a file that leaves, which says so and does not come in again as the form', () => {
    const marker = 'Quillfeather was seen that night'
    const answers = { 'involvement-summary': marker, gestation: 38 }
    const left = { form, ...withholdAnswers(form, answers, ['involvement-summary']) }
    const authored = '2026-05-01T09:00:00Z'
    const file = formFile(left, sha256)
    const response = JSON.stringify(formResponse(left, { sha256, authored, status: 'completed' }))
    for (const leaving of [file, response]) {
      expect(leaving).not.toContain(marker)
      expect(leaving).toContain('involvement-summary')
      expect(leaving).not.toContain(formHash(answers))
      const again = () => readFormFile(statutoryForms, new TextEncoder().encode(leaving), sha256)
      expect(again).toThrow(new FormFileError('withheld'))
    }
    expect(response).toContain('"masked"')
    expect(answerTo(left.answers, 'gestation')).toBe(38)
  })
})

/** The hash of the whole would say what a short answer was to whoever tries them all. */
const formHash = (answers: Answers): string =>
  /"sha256": "(\w+)"/.exec(formFile({ form, answers }, sha256))?.[1] ?? ''

describe('a part of a form under a caveat', () => {
  const pathway = (version: string) => formVersion(statutoryForms, supplementaryForm('care-pathway'), version)

  test('is the same questions in another version, also where they have moved to another section', () => {
    const [then, now] = [pathway('2019-04-01'), pathway('2022-04-01')]
    for (const { linkId: part, items } of then.pages) {
      const held = questionsOfPart(statutoryForms, versionChanges, now, { version: then.version, part })
      const kept = items.filter(({ kind, linkId }) => kind !== 'note' && hasPart(now, linkId))
      expect(held).toEqual(expect.arrayContaining(kept.map(({ linkId }) => linkId)))
    }
  })

  test('keeps its name through a change that renames it, there and back', () => {
    const change = { url: REPORTING_FORM, added: [], removed: [], moved: [], reworded: [] }
    const renaming = [
      { ...change, from: '2022-04-01', to: '2026-04-01', renamed: { 'gestation-once': 'gestation' } },
    ]
    const held = questionsOfPart(statutoryForms, renaming, form, {
      version: '2022-04-01',
      part: 'gestation-once',
    })
    expect(held).toEqual(['gestation'])
    const back = [
      { ...change, from: '2022-04-01', to: '2026-04-01', renamed: { gestation: 'gestation-now' } },
    ]
    const before = formVersion(statutoryForms, REPORTING_FORM, '2022-04-01')
    expect(
      questionsOfPart(statutoryForms, back, before, { version: '2026-04-01', part: 'gestation-now' }),
    ).toEqual(['gestation'])
  })

  test('is found by the name any version gives it, and is nothing where no version leads to one', () => {
    const drowning = (version: string) => formVersion(statutoryForms, supplementaryForm('drowning'), version)
    const [then, now] = [drowning('2019-04-01'), drowning('2021-04-01')]
    const named = (of: typeof then, part: string) => partIn(statutoryForms, versionChanges, of, part)
    expect(named(then, 'supervised')).toBe('adult-present')
    expect(named(now, 'adult-present')).toBe('supervised')
    expect(named(then, 'adult-present')).toBe('adult-present')
    expect(named(then, 'gestation')).toBeNull()
    for (const { linkId } of now.pages.flatMap(({ items }) => items)) {
      const part = named(then, linkId)
      if (part !== null) expect(hasPart(then, part)).toBe(true)
    }
  })

  test('of the whole form is all of it', () => {
    const all = questionsOfPart(statutoryForms, versionChanges, form, { version: '2019-04-01', part: null })
    expect(all).toEqual(questions.map(({ linkId }) => linkId))
  })
})
