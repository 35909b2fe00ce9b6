import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CaseState } from '../case/case-state.ts'
import { Instant, PlainDate } from '../plain-date/plain-date.ts'
import { changedFields, mappedFields, missingFields, problemsOf } from './national-document.ts'
import { MAPPING_IN_USE, NationalField, nationalMapping, nationalMappings } from './national-mapping.ts'
import {
  isUnderWay,
  mayBeThere,
  NationalSubmissionKind,
  NationalSubmissionState,
  nextSubmissionStates,
  submissionStep,
  whyNotSent,
} from './submission-state.ts'

const confirmedAt = Instant.parse('2026-03-02T10:00:00.000Z')
const unreviewed = { reviewedOn: null, firstReviewedOn: null }
const fields = nationalMapping(MAPPING_IN_USE).fields.notification
const complete = Object.fromEntries(fields.map(({ question }) => [question, 'not-known']))

describe('what goes to the national database', () => {
  test('is nothing before the death and the child are confirmed', () => {
    expect(whyNotSent({ state: 'gathering', confirmedAt: null, ...unreviewed }, 'notification')).toBe(
      'not-confirmed',
    )
    expect(whyNotSent({ state: 'gathering', confirmedAt, ...unreviewed }, 'notification')).toBeNull()
  })

  test.each(['reported-in-error', 'duplicate-merged', 'transferred'] as const)(
    'is nothing of a case that is %s',
    (state) => {
      expect(whyNotSent({ state, confirmedAt, ...unreviewed }, 'notification')).not.toBeNull()
    },
  )

  test('is nothing of a case reviewed before 1 April 2019, whatever its state', () => {
    const reviewed = (on: string) => ({ confirmedAt, reviewedOn: PlainDate.parse(on), firstReviewedOn: null })
    for (const state of CaseState.options) {
      expect(whyNotSent({ state, ...reviewed('2019-03-31') }, 'notification')).not.toBeNull()
    }
    expect(whyNotSent({ state: 'closed', ...reviewed('2019-04-01') }, 'notification')).toBeNull()
  })

  test('is nothing of one reviewed again since then: its first review decides', () => {
    const again = {
      reviewedOn: PlainDate.parse('2026-03-02'),
      firstReviewedOn: PlainDate.parse('2019-03-31'),
    }
    for (const kind of NationalSubmissionKind.options) {
      expect(whyNotSent({ state: 'reviewed', confirmedAt, ...again }, kind)).toBe(
        'reviewed-before-april-2019',
      )
    }
  })

  test('is no analysis before the panel has reviewed the case', () => {
    expect(whyNotSent({ state: 'listed', confirmedAt, ...unreviewed }, 'analysis')).toBe('not-reviewed')
    expect(whyNotSent({ state: 'listed', confirmedAt, ...unreviewed }, 'reporting')).toBeNull()
    const reviewedOn = PlainDate.parse('2026-03-01')
    expect(
      whyNotSent({ state: 'reviewed', confirmedAt, reviewedOn, firstReviewedOn: null }, 'analysis'),
    ).toBeNull()
  })
})

describe('a submission', () => {
  test('takes only the steps of the table, and what may be there can always be taken back', () => {
    for (const from of NationalSubmissionState.options) {
      for (const to of NationalSubmissionState.options) {
        const legal = nextSubmissionStates[from].includes(to)
        if (legal) expect(submissionStep(from, to)).toBe(to)
        else expect(() => submissionStep(from, to)).toThrow('not-allowed-in-this-state')
      }
      const takenBack = from === 'withdrawing' || nextSubmissionStates[from].includes('withdrawing')
      expect(takenBack).toBe(mayBeThere(from))
      if (nextSubmissionStates[from].length === 0) expect(isUnderWay(from)).toBe(false)
    }
  })

  test('is made by a mapping whose every version names each field and question once', () => {
    for (const { version, fields: kinds } of nationalMappings) {
      expect(nationalMapping(version).version).toBe(version)
      for (const kind of Object.values(kinds)) {
        for (const one of kind) expect(NationalField.parse(one)).toEqual(one)
        expect(new Set(kind.map(({ field }) => field)).size).toBe(kind.length)
        expect(new Set(kind.map(({ question }) => question)).size).toBe(kind.length)
        const names = kind.map(({ field }) => field)
        for (const { needed } of kind) if (typeof needed === 'object') expect(names).toContain(needed.or)
      }
    }
    expect(() => nationalMapping('never')).toThrow(RangeError)
  })

  test('holds only what the mapping asks for, and tells "not known" from blank', () => {
    const said = mappedFields(fields, { 'child-sex': 'not-known', circumstances: 'Found at home' })
    expect(said).toEqual({ 'child.sex': 'not-known' })
  })

  test('with a blank answer it needs names the question to mend; one of two is enough where either will do', () => {
    const without = (...questions: string[]) =>
      missingFields(
        fields,
        mappedFields(
          fields,
          Object.fromEntries(Object.entries(complete).filter(([question]) => !questions.includes(question))),
        ),
      )
    expect(without()).toEqual([])
    expect(without('child-nhs-number')).toEqual([])
    expect(without('no-nhs-number-reason')).toEqual([])
    expect(without('child-nhs-number', 'no-nhs-number-reason')).toEqual([
      { field: 'child.nhsNumber', question: 'child-nhs-number', code: 'missing' },
    ])
    for (const { question, needed } of fields) {
      expect(without(question).map((problem) => problem.question)).toEqual(
        needed === 'always' ? [question] : [],
      )
    }
  })

  test('that was rejected says which question each field comes from', () => {
    expect(problemsOf(fields, [{ field: 'child.postcode', code: 'not-found' }])).toEqual([
      { field: 'child.postcode', question: 'child-postcode', code: 'not-found' },
    ])
    expect(problemsOf(fields, [{ field: 'unheard.of', code: 'odd' }])[0]?.question).toBe('')
  })

  test('differs from the accepted one in exactly the fields that were changed, added or taken out', () => {
    const name = fc.stringMatching(/^[a-z]{1,6}$/)
    const said = fc.dictionary(name, fc.constantFrom('a', 'b'))
    fc.assert(
      fc.property(said, said, (before, now) => {
        const changed = changedFields(before, now)
        for (const field of [...Object.keys(before), ...Object.keys(now)]) {
          expect(changed.includes(field)).toBe(before[field] !== now[field])
        }
        expect(changedFields(now, before)).toEqual(changed)
        expect(changedFields(now, now)).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})
