import { expect, test } from 'vitest'
import { CategoryOfDeath, primaryCategory } from '../category-of-death/category-of-death.ts'
import { FactorDomain } from '../factor/factor.ts'
import { factorCodebook } from '../factor/factor-codebook.ts'
import { checkAnalysis } from '../factor/modifiability.ts'
import { PlainDate } from '../plain-date/plain-date.ts'
import { calibrationCases, codesOf } from './calibration-cases.ts'

test('there is an invented case for every category of death, each once, and none is said to have been checked', () => {
  const categories = calibrationCases.map(({ intended }) => primaryCategory(intended.categories))
  expect([...categories].sort((one, other) => one - other)).toEqual(
    CategoryOfDeath.options.map(({ value }) => value),
  )
  expect(new Set(calibrationCases.map(({ key }) => key)).size).toBe(calibrationCases.length)
  expect(new Set(calibrationCases.map(({ wording }) => wording))).toEqual(new Set(['own-unchecked']))
})

test.each(calibrationCases.map((one) => [one.key, one] as const))(
  'what was intended of %s holds the rules of the form and the codebook, and says why',
  (_, { intended, why, paragraphs }) => {
    expect(() => checkAnalysis(intended)).not.toThrow()
    const codebook = factorCodebook(PlainDate.parse('2026-11-22'))
    for (const assessed of intended.domains) {
      if (assessed.answer !== 'factors') continue
      for (const { code } of assessed.factors) expect(codebook?.domains[assessed.domain]).toHaveProperty(code)
    }
    expect(intended.domains.map(({ domain }) => domain)).toEqual(FactorDomain.options)
    for (const words of [...Object.values(why), ...paragraphs]) expect(words.length).toBeGreaterThan(40)
  },
)

test('the cases tell apart what panels confuse: each outcome but one, no information and none, the lower relevance', () => {
  const all = calibrationCases.map(({ intended }) => intended)
  const answers = all.flatMap(({ domains }) => domains.map(({ answer }) => answer))
  expect(new Set(answers)).toEqual(new Set(['factors', 'none-identified', 'no-information']))
  expect(new Set(all.map(({ modifiability }) => modifiability)).size).toBeGreaterThan(1)
  expect(JSON.stringify(all)).toContain('"relevance":1')
})

test('what is counted of a coding holds no word anybody wrote', () => {
  const [first] = calibrationCases
  if (first === undefined) throw new Error('there are cases')
  const wordy = {
    ...first.intended,
    learning: 'Words of somebody',
    inadequateReason: 'Words of somebody',
    domains: first.intended.domains.map((one) =>
      one.answer === 'factors'
        ? { ...one, factors: one.factors.map((factor) => ({ ...factor, description: 'Words of somebody' })) }
        : one,
    ),
  }
  expect(JSON.stringify(codesOf(wordy))).not.toContain('Words')
  expect(codesOf(wordy)).toEqual(codesOf(first.intended))
})
