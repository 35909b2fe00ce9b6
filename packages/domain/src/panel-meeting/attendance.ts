import { z } from 'zod'
import { PanelAgency } from '../actor/role.ts'

/** Whether somebody sat on the panel for their agency themselves, or in the place of whoever usually does. */
export const AttendedAs = z.enum(['primary', 'deputy'])
export type AttendedAs = z.infer<typeof AttendedAs>

/** How an agency was represented at one meeting: by its primary representative, by a deputy alone, or not at all. */
export type Representation = AttendedAs | 'not-represented'

/** One meeting that was held: which agencies the panel had then, and who came for which. */
export type AttendedMeeting = {
  readonly seats: readonly PanelAgency[]
  readonly present: readonly { readonly agency: PanelAgency; readonly attendedAs: AttendedAs }[]
}

/** At how many meetings an agency was represented, and how. */
export const AttendanceFigure = z.strictObject({
  meetings: z.int().nonnegative(),
  primary: z.int().nonnegative(),
  deputy: z.int().nonnegative(),
  notRepresented: z.int().nonnegative(),
})
export type AttendanceFigure = z.infer<typeof AttendanceFigure>

/** How an agency was represented at a meeting; a primary representative counts before a deputy who came as well. */
export function representation(agency: PanelAgency, present: AttendedMeeting['present']): Representation {
  const came = present.filter((one) => one.agency === agency)
  if (came.some(({ attendedAs }) => attendedAs === 'primary')) return 'primary'
  return came.length > 0 ? 'deputy' : 'not-represented'
}

/**
 * Attendance over some meetings, of each agency and of all together: each meeting counts once for each agency the panel
 * had then, however many sat for it. An agency that joined later answers for no meeting before. It is what safeguarding
 * partnerships report of their boards: the share by primary representatives, deputies apart (source 003,
 * attendance at meetings).
 */
export function attendanceOver(meetings: readonly AttendedMeeting[]): {
  all: AttendanceFigure
  agencies: ({ agency: PanelAgency } & AttendanceFigure)[]
} {
  const seats = meetings.flatMap(({ seats, present }) =>
    [...new Set([...seats, ...present.map(({ agency }) => agency)])].map((agency) => ({
      agency,
      was: representation(agency, present),
    })),
  )
  return {
    all: counted(seats),
    agencies: PanelAgency.options.flatMap((agency) => {
      const own = seats.filter((seat) => seat.agency === agency)
      return own.length === 0 ? [] : [{ agency, ...counted(own) }]
    }),
  }
}

function counted(seats: readonly { was: Representation }[]): AttendanceFigure {
  const of = (was: Representation) => seats.filter((seat) => seat.was === was).length
  return {
    meetings: seats.length,
    primary: of('primary'),
    deputy: of('deputy'),
    notRepresented: of('not-represented'),
  }
}
