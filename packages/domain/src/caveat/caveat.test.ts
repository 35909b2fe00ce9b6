import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, PlainDate } from '../plain-date/plain-date.ts'
import { CaveatAudience, CaveatKind, isReviewDue, keptFrom, mayShow } from './caveat.ts'

const today = PlainDate.parse('2026-03-02')
const shownTo = (audience: CaveatAudience) => CaveatKind.options.filter((kind) => mayShow(kind, audience))

describe('a caveat', () => {
  test('keeps nothing from those who keep it, or whose words they are', () => {
    for (const audience of ['office', 'reporter', 'receiving-area'] as const) {
      expect(shownTo(audience), audience).toEqual(CaveatKind.options)
    }
  })

  test('of whatever kind keeps it from the family and from every copy that is taken out', () => {
    expect(shownTo('family')).toEqual([])
    expect(shownTo('copy')).toEqual([])
  })

  test('keeps it from the panel, but for what only the family must not know', () => {
    expect(shownTo('panel')).toEqual(['not-for-family'])
  })

  test('does not end the duty to supply the national database', () => {
    expect(shownTo('national-database')).toEqual(CaveatKind.options)
  })

  const caveat = fc.record({
    kind: fc.constantFrom(...CaveatKind.options),
    liftedOn: fc.constantFrom(null, today),
  })

  test('keeps something back as long as one that stands does, and no longer', () => {
    fc.assert(
      fc.property(fc.array(caveat), fc.constantFrom(...CaveatAudience.options), (caveats, audience) => {
        const kept = keptFrom(audience, caveats)
        expect(kept.every(({ kind, liftedOn }) => liftedOn === null && !mayShow(kind, audience))).toBe(true)
        expect(kept.length > 0).toBe(
          caveats.some(({ kind, liftedOn }) => liftedOn === null && !mayShow(kind, audience)),
        )
        expect(keptFrom(audience, [])).toEqual([])
      }),
    )
  })

  test('has to be looked at on its day and ever after, until it is lifted', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), fc.boolean(), (away, lifted) => {
        const due = isReviewDue({ reviewOn: addDays(today, away), liftedOn: lifted ? today : null }, today)
        expect(due).toBe(!lifted && away <= 0)
      }),
    )
  })
})
