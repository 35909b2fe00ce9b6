import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { abbreviations, explainAbbreviations } from './abbreviation.ts'
import { newSince, type SectionDigest } from './pack-section.ts'
import { readingMinutes } from './reading-time.ts'
import { sensitiveSubject } from './sensitive-passage.ts'
import { toDecide } from './to-decide.ts'

const shorts = abbreviations.entries.map(({ short }) => short)

test('reading time counts 200 words a minute, rounded up, and is never nothing', () => {
  expect(readingMinutes([])).toBe(1)
  expect(readingMinutes(['word '.repeat(200)])).toBe(1)
  expect(readingMinutes(['word '.repeat(150), 'word\n'.repeat(51)])).toBe(2)
})

describe('abbreviations', () => {
  test('are explained the first time on a page, and only as whole words in capitals', () => {
    const met = new Set<string>()
    const first = explainAbbreviations('The GP wrote to A&E, then the GP rang. A gp, GPs and SUDICs.', met)
    expect(first.filter(({ kind }) => kind === 'abbreviation')).toMatchObject([
      { entry: { short: 'GP' }, first: true },
      { entry: { short: 'A&E' }, first: true },
      { entry: { short: 'GP' }, first: false },
    ])
    expect(explainAbbreviations('GP', met)).toMatchObject([{ first: false }])
    expect(explainAbbreviations('(SUDIC)', met)).toMatchObject([
      { text: '(' },
      { entry: { short: 'SUDIC' } },
      { text: ')' },
    ])
  })
  test('taken apart, a text is put together again as it was', () => {
    const words = fc.array(fc.oneof(fc.constantFrom(...shorts), fc.string()), { maxLength: 12 })
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join(' ')
        const pieces = explainAbbreviations(text, new Set())
        const again = pieces.map((piece) => (piece.kind === 'text' ? piece.text : piece.entry.short))
        expect(again.join('')).toBe(text)
      }),
      { numRuns: 200 },
    )
  })
  test('each stands for one thing', () => {
    expect(new Set(shorts).size).toBe(shorts.length)
  })
})

test('a passage about injuries, violence or the body is folded; others are not', () => {
  expect(sensitiveSubject('The post-mortem examination found a bruise.')).toBe('after-death')
  expect(sensitiveSubject('Bruising was seen.')).toBe('injury')
  expect(sensitiveSubject('A ligature was found.')).toBe('self-harm')
  expect(sensitiveSubject('There had been domestic ABUSE at home.')).toBe('harm-by-others')
  for (const calm of ['A baby found unresponsive in the morning.', 'The grape harvest.', 'Asthma', '']) {
    expect(sensitiveSubject(calm)).toBeNull()
  }
})

test('a panel decides factors, category, modifiability and learning of every case, and what else the case brings', () => {
  const usual = ['factors', 'category', 'modifiability', 'learning']
  expect(toDecide({ answersMissing: 0, reopened: false, familyQuestionsOpen: 0 })).toEqual(usual)
  expect(toDecide({ answersMissing: 1, reopened: true, familyQuestionsOpen: 2 })).toEqual([
    'what-has-changed',
    'enough-without-answers',
    ...usual,
    'family-questions',
  ])
})

test('new since a reading is what came or changed, and what went is counted; before a first reading nothing is new', () => {
  const said = (section: string, text: string): SectionDigest => ({ section, digest: text.repeat(64) })
  const now = [said('summary', 'a'), said('gaps', 'b')]
  expect(newSince(null, now)).toEqual({ fresh: [], gone: 0 })
  expect(newSince(now, now)).toEqual({ fresh: [], gone: 0 })
  expect(newSince([said('summary', 'c'), said('family', 'd')], now)).toEqual({
    fresh: ['summary', 'gaps'],
    gone: 1,
  })
})
