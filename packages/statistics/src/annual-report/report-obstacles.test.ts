import { describe, expect, test } from 'vitest'
import { type ReportObstacle, reportObstacles, type StandingSection } from './report-obstacles.ts'
import { reportSections, requiredSections } from './report-section.ts'

const signed = ['chair', 'scrutineer'] as const
const standing = (
  section: StandingSection['section'],
  part: Partial<StandingSection> = {},
): StandingSection => ({
  section,
  checked: { paragraphs: ['Learnt.'], faults: [], held: [] },
  carriedOver: false,
  stale: [],
  decided: [],
  openComments: 0,
  ...part,
})
const whole = requiredSections.map((id) => standing(id))
const kinds = (found: readonly ReportObstacle[]) => found.map(({ kind }) => kind)
const held = { sentence: 'Only twins were affected.', kinds: ['small-number' as const], words: ['Only'] }
const summary = (part: Partial<StandingSection>) => [
  ...whole.filter(({ section }) => section !== 'summary'),
  standing('summary', part),
]

describe('a report', () => {
  test('has its sections once each, framed by the three questions of the partnership', () => {
    expect(new Set(reportSections.map(({ title }) => title)).size).toBe(reportSections.length)
    for (const question of ['how-much', 'how-well', 'did-it-make-a-difference']) {
      expect(reportSections.filter((section) => section.question === question).length).toBeGreaterThan(1)
    }
  })

  test('may be published once its required sections are written, sound, looked at and signed by both', () => {
    expect(reportObstacles(whole, signed)).toEqual([])
    expect(kinds(reportObstacles(whole.slice(1), signed))).toEqual(['section-missing'])
    expect(kinds(reportObstacles(whole, signed, true))).toEqual(['figures-to-date'])
    expect(reportObstacles(whole, ['chair'])).toMatchObject([{ kind: 'not-signed', capacity: 'scrutineer' }])
  })

  test('waits for a held sentence until two people let it stand, and for good if it must go', () => {
    const checked = { paragraphs: [held.sentence], faults: [], held: [held] }
    const decided = (outcome: 'may-stand' | 'must-go' | null, sentence = held.sentence) =>
      kinds(reportObstacles(summary({ checked, decided: [{ sentence, outcome }] }), signed))
    expect(decided(null)).toEqual(['held-sentence'])
    expect(decided('may-stand', 'Another sentence.')).toEqual(['held-sentence'])
    expect(decided('must-go')).toEqual(['sentence-must-go'])
    expect(decided('may-stand')).toEqual([])
  })

  test('waits for faults, for what was carried over and not looked at, for changed figures and open comments', () => {
    const stale = [{ sentence: 'It was 12.', why: 'figure-changed' as const }]
    expect(kinds(reportObstacles(summary({ carriedOver: true }), signed))).toEqual(['not-looked-at'])
    expect(kinds(reportObstacles(summary({ stale }), signed))).toEqual(['not-looked-at'])
    expect(reportObstacles(summary({ openComments: 2 }), signed)).toMatchObject([
      { kind: 'comment-open', count: 2 },
    ])
    const fault = { kind: 'number-without-source' as const, written: '12', sentence: '12.', at: 0 }
    const checked = { paragraphs: ['12.'], faults: [fault], held: [] }
    expect(kinds(reportObstacles(summary({ checked }), signed))).toEqual(['prose-fault'])
  })
})
