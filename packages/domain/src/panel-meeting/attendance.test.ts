import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PanelAgency } from '../actor/role.ts'
import { AttendedAs, type AttendedMeeting, attendanceOver } from './attendance.ts'

const meeting = (
  seats: readonly PanelAgency[],
  ...present: readonly (readonly [PanelAgency, AttendedAs])[]
): AttendedMeeting => ({ seats, present: present.map(([agency, attendedAs]) => ({ agency, attendedAs })) })

test('each agency counts once for each meeting, and its own representative before a deputy', () => {
  const { all, agencies } = attendanceOver([
    meeting(['police', 'health'], ['health', 'deputy'], ['health', 'primary'], ['police', 'deputy']),
    meeting(['police', 'health'], ['health', 'primary'], ['health', 'primary']),
    meeting(['police', 'health', 'lay'], ['health', 'deputy'], ['lay', 'primary']),
  ])
  expect(agencies).toEqual([
    { agency: 'health', meetings: 3, primary: 2, deputy: 1, notRepresented: 0 },
    { agency: 'police', meetings: 3, primary: 0, deputy: 1, notRepresented: 2 },
    { agency: 'lay', meetings: 1, primary: 1, deputy: 0, notRepresented: 0 },
  ])
  expect(all).toEqual({ meetings: 7, primary: 3, deputy: 2, notRepresented: 2 })
})

test('whoever came for an agency the panel was not said to have counts for it', () => {
  expect(attendanceOver([meeting([], ['education', 'deputy'])]).agencies).toEqual([
    { agency: 'education', meetings: 1, primary: 0, deputy: 1, notRepresented: 0 },
  ])
})

test('whatever the meetings, each seat is in one column, and the agencies add up to all', () => {
  const agency = fc.constantFrom(...PanelAgency.options)
  const present = fc.record({ agency, attendedAs: fc.constantFrom(...AttendedAs.options) })
  const meetings = fc.array(fc.record({ seats: fc.array(agency), present: fc.array(present) }))
  fc.assert(
    fc.property(meetings, (held) => {
      const { all, agencies } = attendanceOver(held)
      for (const one of [all, ...agencies]) {
        expect(one.primary + one.deputy + one.notRepresented).toBe(one.meetings)
      }
      for (const column of ['meetings', 'primary', 'deputy', 'notRepresented'] as const) {
        expect(agencies.reduce((sum, one) => sum + one[column], 0)).toBe(all[column])
      }
      expect(agencies.every(({ meetings }) => meetings <= held.length)).toBe(true)
    }),
  )
})
