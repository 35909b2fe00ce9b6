import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PanelMeetingId } from '../id/id.ts'
import { PlainDate, PlainTime } from '../plain-date/plain-date.ts'
import { PanelMeetingReference, panelMeetingReference, staysAsInvited } from './panel-invitation.ts'

const meeting = {
  kind: 'standard' as const,
  heldOn: PlainDate.parse('2026-06-09'),
  startsAt: PlainTime.parse('09:30'),
  endsAt: PlainTime.parse('12:00'),
  place: 'Room 4',
}

describe('the reference of a panel meeting', () => {
  test('is one for every meeting there can be, and follows from nothing but which meeting it is', () => {
    fc.assert(
      fc.property(fc.uuid({ version: 4 }), (id) => {
        const panelMeetingId = PanelMeetingId.parse(id)
        const reference = panelMeetingReference(panelMeetingId)
        expect(PanelMeetingReference.safeParse(reference).success).toBe(true)
        expect(id.endsWith(reference.slice(3).toLowerCase())).toBe(true)
      }),
    )
  })
})

describe('whoever was invited', () => {
  test('is told nothing new by a meeting that is saved as it was', () => {
    expect(staysAsInvited(meeting, { ...meeting })).toBe(true)
  })

  test.each([
    [{ kind: 'neonatal' as const }],
    [{ heldOn: PlainDate.parse('2026-06-10') }],
    [{ startsAt: PlainTime.parse('10:00') }],
    [{ endsAt: PlainTime.parse('12:30') }],
    [{ place: null }],
  ])('is told again where it has %j', (change) => {
    expect(staysAsInvited(meeting, { ...meeting, ...change })).toBe(false)
  })
})
