import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PlainDate } from '../plain-date/plain-date.ts'
import { usualMinutes } from './agenda.ts'
import { caseMinutesInForce, type DatedCaseMinutes } from './case-minutes.ts'
import { PanelMeetingKind } from './panel-meeting-kind.ts'

const day = (n: number) => PlainDate.parse(`2026-05-${String(n).padStart(2, '0')}`)
const anyKind = fc.constantFrom(...PanelMeetingKind.options)
const anyDay = fc.integer({ min: 1, max: 28 }).map(day)
const anySetting: fc.Arbitrary<DatedCaseMinutes> = fc.record({
  kind: anyKind,
  validFrom: anyDay,
  minutes: fc.integer({ min: 1, max: 480 }),
})

describe('how long a panel speaks about a case', () => {
  test('is the product’s own until the day of what the area set', () => {
    const set = [{ kind: 'neonatal' as const, validFrom: day(10), minutes: 35 }]
    expect(caseMinutesInForce(set, 'neonatal', day(9))).toEqual({ minutes: 25, validFrom: null })
    expect(caseMinutesInForce(set, 'neonatal', day(10))).toEqual({ minutes: 35, validFrom: day(10) })
    expect(caseMinutesInForce(set, 'standard', day(20))).toEqual({ minutes: 40, validFrom: null })
  })

  test('is for every kind and day the newest that was set for it and has begun', () => {
    fc.assert(
      fc.property(fc.array(anySetting, { maxLength: 8 }), anyKind, anyDay, (newestFirst, kind, heldOn) => {
        const begun = newestFirst.filter((one) => one.kind === kind && one.validFrom <= heldOn)
        const { minutes, validFrom } = caseMinutesInForce(newestFirst, kind, heldOn)
        expect(minutes).toBe(begun[0]?.minutes ?? usualMinutes[kind])
        expect(validFrom).toBe(begun[0]?.validFrom ?? null)
      }),
    )
  })
})
