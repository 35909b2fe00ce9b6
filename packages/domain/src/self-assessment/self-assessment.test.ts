import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OrganisationId, RecommendationId } from '../id/id.ts'
import { addDays, PlainDate } from '../plain-date/plain-date.ts'
import {
  blankSelfAssessment,
  concernedBy,
  SelfAssessed,
  selfAssessedCounts,
  selfAssessmentGaps,
} from './self-assessment.ts'

const began = PlainDate.parse('2025-04-01')
const id = (last: number) => `5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3d${String(last).padStart(2, '0')}`
const first = RecommendationId.parse(id(1))
const trust = OrganisationId.parse(id(2))
const council = OrganisationId.parse(id(3))

describe('whom a recommendation concerns', () => {
  const told = {
    recommendationId: first,
    informedOn: addDays(began, -400),
    settled: false,
    closedOn: null,
    organisations: [trust, council, trust],
  }

  test('is whom it asks and who acts on it, each once, while it is open', () => {
    expect([...concernedBy([told], began)]).toEqual([
      [trust, [first]],
      [council, [first]],
    ])
    expect(concernedBy([{ ...told, informedOn: null }], began).size).toBe(0)
  })

  test('is still them when it was completed in the year, and nobody when it was settled before or otherwise', () => {
    const done = { ...told, settled: true }
    expect(concernedBy([{ ...done, closedOn: began }], began).size).toBe(2)
    expect(concernedBy([{ ...done, closedOn: addDays(began, -1) }], began).size).toBe(0)
    expect(concernedBy([done], began).size).toBe(0)
  })
})

describe('a self-assessment', () => {
  const blank = blankSelfAssessment([first])
  const whole = {
    answeredBy: 'Head of safeguarding',
    recommendations: [
      {
        recommendationId: first,
        standing: 'partly' as const,
        evidence: 'An audit.',
        toDo: 'Train.',
        byOn: began,
      },
    ],
    practice: blank.practice.map(({ question }) => ({ question, standing: 'fully' as const, words: 'So.' })),
  }

  test('is whole once each answer has what it rests on, and what is not done has its day', () => {
    expect(selfAssessmentGaps(whole)).toEqual([])
    const of = (change: object) =>
      selfAssessmentGaps({
        ...whole,
        recommendations: whole.recommendations.map((one) => ({ ...one, ...change })),
      })
    expect(of({ evidence: null })).toEqual(['evidence-0'])
    expect(of({ toDo: null, byOn: null })).toEqual(['toDo-0', 'byOn-0'])
    expect(of({ standing: 'not-yet', evidence: null })).toEqual([])
    expect(of({ standing: 'fully', toDo: null, byOn: null })).toEqual([])
    expect(of({ standing: 'no-longer-concerns', evidence: null })).toEqual(['evidence-0'])
    expect(selfAssessmentGaps(blank)).toHaveLength(8)
  })

  test('is counted once for each recommendation that was answered', () => {
    const any = fc.array(fc.option(fc.constantFrom(...SelfAssessed.options)), { maxLength: 20 })
    fc.assert(
      fc.property(any, (standings) => {
        const recommendations = standings.map((standing) => ({
          ...whole.recommendations[0],
          recommendationId: first,
          evidence: null,
          toDo: null,
          byOn: null,
          standing,
        }))
        const counts = selfAssessedCounts({ ...whole, recommendations })
        const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
        expect(all).toBe(standings.filter((standing) => standing !== null).length)
      }),
    )
  })
})
