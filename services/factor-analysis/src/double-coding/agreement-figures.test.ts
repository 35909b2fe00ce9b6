import { AnalysisContent, CaseId, codeAgain, FactorCode, type FactorDomain, PanelCoding } from '@cdop/domain'
import { expect, test } from 'vitest'
import { agreementFigures } from './agreement-figures.ts'

const id = (at: number) => `00000000-0000-4000-8000-${`${at}`.padStart(12, '0')}`
const smoking = FactorCode.parse('smoking-in-household')
const codebook = new Map<FactorCode, FactorDomain>([[smoking, 'social']])

/** An analysis of a category, with one social factor of this relevance, or none. */
const content = (category: number, relevance: 0 | 1 | 2, modifiable = false) =>
  AnalysisContent.parse({
    categories: [category],
    modifiability: modifiable ? 'modifiable-factors-identified' : 'no-modifiable-factors',
    domains: [
      { domain: 'intrinsic', answer: 'no-information' },
      relevance === 0
        ? { domain: 'social', answer: 'none-identified' }
        : {
            domain: 'social',
            answer: 'factors',
            factors: [
              relevance === 2 ? { relevance, code: smoking, modifiable } : { relevance, code: smoking },
            ],
          },
      { domain: 'physical', answer: 'none-identified' },
      { domain: 'service', answer: 'none-identified' },
    ],
  })

const codedTwice = (at: number, first: AnalysisContent, second: AnalysisContent) => {
  const coding = (meeting: number, person: number, of: AnalysisContent) =>
    PanelCoding.parse({ meetingId: id(meeting), decidedBy: [id(person)], codedOn: '2026-03-02', content: of })
  const once = {
    state: 'coded-once',
    caseId: CaseId.parse(id(1000 + at)),
    first: coding(1, 2, first),
  } as const
  return codeAgain(once, coding(3, 4, second))
}

/** 40 of 60 agree on category 8 with smoking modifiable, 10 on category 9 without; 10 differ in all. */
const sixty = Array.from({ length: 60 }, (_, at) => {
  const [found, none] = [content(8, 2, true), content(9, 0)]
  if (at < 40) return codedTwice(at, found, found)
  return at < 50 ? codedTwice(at, none, none) : codedTwice(at, found, content(9, 1))
})

test('agreement is that of the two codings as they were given', () => {
  const { pairs, category, modifiability, domains, factors } = agreementFigures(sixty, codebook, 'modifiable')
  expect(pairs).toBe(60)
  // po = 50/60; first says 8 of 50, second of 40: pe = (50·40 + 10·20)/3600 = 0.6111.
  expect(category.kappa).toMatchObject({ kind: 'agreement', value: expect.closeTo(4 / 7, 9) })
  expect(category.agreed).toMatchObject({ percent: expect.closeTo(83.33, 1) })
  expect(modifiability.kappa).toMatchObject({ value: expect.closeTo(4 / 7, 9) })
  expect(modifiability.ac1).toMatchObject({ kind: 'agreement', cases: 60 })
  const social = domains.find(({ domain }) => domain === 'social')
  expect(social?.weighted?.kappa).toMatchObject({ kind: 'agreement', coefficient: 'weighted-kappa' })
  expect(domains.find(({ domain }) => domain === 'intrinsic')?.kappa).toMatchObject({
    kind: 'no-agreement',
    cases: 0,
  })
  expect(factors).toMatchObject([{ kind: 'factor-agreement', factor: smoking, firstAlone: 10, both: 40 }])
})

test('nothing is said of fewer pairs than the statistics ask for', () => {
  const { fewest, category, modifiability, domains, factors } = agreementFigures(
    sixty.slice(11),
    codebook,
    'recorded',
  )
  expect(fewest).toBe(50)
  for (const one of [category, modifiability, ...domains]) {
    expect(one.agreed).toBeNull()
    expect([one.kappa, one.ac1, one.fleiss].map(({ kind }) => kind)).toEqual(
      Array.from({ length: 3 }, () => 'no-agreement'),
    )
  }
  expect(factors).toEqual([{ kind: 'too-few-cases', factor: smoking, fewest: 50 }])
})
