import type { Db } from '@cdop/database'
import {
  AreaId,
  AttendanceFigure,
  AttendedAs,
  type AttendedMeeting,
  attendanceOver,
  PanelAgency,
  requireArea,
} from '@cdop/domain'
import { ReportingYearCode, reportingYearFrom } from '@cdop/statistics'
import { z } from 'zod'
import { requires } from '../rpc.ts'

const Attended = z.object({
  seats: z.array(PanelAgency),
  present: z.array(z.object({ agency: PanelAgency, attendedAs: AttendedAs })),
})

/** The meetings held in a period of which it is known for which agency each came, and how many there are without that. */
async function attendedIn(
  tx: Db,
  areaId: AreaId,
  { start, end }: { start: string; end: string },
): Promise<{ known: AttendedMeeting[]; unknown: number }> {
  const rows = await tx`
    select m.seats,
      coalesce(
        (
          select jsonb_agg(jsonb_build_object('agency', a.agency, 'attendedAs', a.attended_as))
          from case_review.attendances a
          where a.area_id = m.area_id and a.panel_meeting_id = m.panel_meeting_id
        ),
        '[]'
      ) as present
    from case_review.panel_meetings m
    where m.area_id = ${areaId} and m.held_on between ${start}::date and ${end}::date and m.members is not null
  `
  const known = rows.flatMap((row) => {
    const read = Attended.safeParse(row)
    return read.success ? [read.data] : []
  })
  return { known, unknown: rows.length - known.length }
}

/**
 * How each agency was represented at the panel's meetings of a reporting year: by its own representative, by a deputy, or
 * not. Meetings of which attendance was never recorded are in none of it.
 */
export const attendanceFigures = requires('attendance:read')
  .input(z.strictObject({ areaId: AreaId, year: ReportingYearCode }))
  .output(
    z.strictObject({
      all: AttendanceFigure,
      agencies: z.array(AttendanceFigure.extend({ agency: PanelAgency })),
      /** Meetings whose attendance was recorded before it was asked who came as a deputy. */
      notSaid: z.int().nonnegative(),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, year } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const { known, unknown } = await attendedIn(tx, areaId, reportingYearFrom(year))
      return { ...attendanceOver(known), notSaid: unknown }
    })
  })
