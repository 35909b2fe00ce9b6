import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answers } from './answer.ts'
import { formInForce } from './form-version.ts'
import { sectionProgress, unfinishedSections, wordsAfter } from './section-progress.ts'
import { REPORTING_FORM, statutoryForms } from './statutory-forms.ts'
import { parseSubmission } from './submission.ts'
import { supplementaryForm } from './supplementary-forms.ts'
import { filledBody } from './testing.ts'

const form = formInForce(statutoryForms, REPORTING_FORM, '2026-05-02')
const drowning = formInForce(statutoryForms, supplementaryForm('drowning'), '2026-05-02')

function filled(): Answers {
  const read = parseSubmission(form, filledBody(form), { today: '2026-05-02' })
  if (!read.ok) throw new Error('the sample is not right')
  return read.answers
}
const without = (answers: Answers, linkId: string): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => name !== linkId))
const statusOf = (section: string, answers: Answers, words = {}) =>
  sectionProgress(form, answers, words).find(({ linkId }) => linkId === section)

describe('a section of which nobody has said anything', () => {
  test('goes by its answers: a draft begun before the question was asked keeps what it had', () => {
    expect(statusOf('identification', {})).toMatchObject({ status: 'not-started', putBack: false })
    expect(statusOf('identification', { 'reporter-name': 'R' })).toMatchObject({
      status: 'in-progress',
      missing: ['reporter-role'],
    })
    expect(statusOf('identification', filled())).toMatchObject({ status: 'completed' })
    expect(unfinishedSections(form, filled(), {})).toEqual([])
  })
})

describe('a section somebody spoke of', () => {
  test('is completed once it was said to be, and in progress while they come back to it', () => {
    expect(statusOf('identification', filled(), { identification: 'completed' })?.status).toBe('completed')
    expect(statusOf('identification', filled(), { identification: 'later' })?.status).toBe('in-progress')
    expect(statusOf('learning', {}, { learning: 'completed' })?.status).toBe('completed')
  })

  test('keeps the form from being sent while they come back to it, an optional one too', () => {
    const names = (words: Record<string, 'later' | 'changed'>) =>
      unfinishedSections(form, filled(), words).map(({ linkId }) => linkId)
    expect(names({ identification: 'later' })).toEqual(['identification'])
    expect(names({ learning: 'later' })).toEqual(['learning'])
    expect(names({ learning: 'changed' })).toEqual(['learning'])
  })

  test('is put back, and says so, when a question comes up in it that has to be answered', () => {
    const answers = without(filled(), 'reporter-role')
    expect(statusOf('identification', answers, { identification: 'completed' })).toMatchObject({
      status: 'in-progress',
      putBack: true,
      missing: ['reporter-role'],
    })
  })

  test('is put back when an answer in it is another one, and no other section is', () => {
    const answers = filled()
    const words = Object.fromEntries(form.pages.map(({ linkId }) => [linkId, 'completed' as const]))
    const saved = { answers: { ...answers, 'reporter-name': 'Somebody Else' }, stated: null }
    const after = wordsAfter(form, { answers, words }, saved)
    expect(after).toEqual({ ...words, identification: 'changed' })
    expect(unfinishedSections(form, saved.answers, after)).toMatchObject([
      { linkId: 'identification', putBack: true },
    ])
    const stated = { section: 'identification', completed: true }
    expect(wordsAfter(form, { answers, words: after }, { answers: saved.answers, stated })).toEqual(words)
  })

  test('is not put back by the same answers in another order of writing', () => {
    const answers = filled()
    const turned = Object.fromEntries(Object.entries(answers).reverse())
    const words = { identification: 'completed' as const, 'child-health': 'completed' as const }
    expect(wordsAfter(form, { answers, words }, { answers: turned, stated: null })).toEqual(words)
  })
})

test('sections whose questions all fall away are not needed, whatever was said of them', () => {
  const answers: Answers = { 'holds-information': 'no' }
  const words = { holding: 'completed' as const, water: 'later' as const }
  expect(unfinishedSections(drowning, answers, words)).toEqual([])
  expect(unfinishedSections(drowning, { 'holds-information': 'yes' }, words)).not.toEqual([])
})

test('nothing that is blank and has to be answered ever stands in a completed section', () => {
  const answers = filled()
  const word = fc.constantFrom('completed' as const, 'later' as const, 'changed' as const)
  const sections = form.pages.map(({ linkId }) => linkId)
  fc.assert(
    fc.property(
      fc.subarray(Object.keys(answers)),
      fc.dictionary(fc.constantFrom(...sections), word),
      (gone, words) => {
        const left = Object.fromEntries(Object.entries(answers).filter(([name]) => !gone.includes(name)))
        for (const { status, missing, linkId } of sectionProgress(form, left, words)) {
          if (status === 'completed') expect(missing).toEqual([])
          if (words[linkId] !== undefined) expect(status).not.toBe('not-started')
        }
      },
    ),
    { numRuns: 200 },
  )
})
