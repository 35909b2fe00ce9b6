import type { Db } from '@cdop/database'
import {
  AgeBand,
  AgendaMinutes,
  type AreaId,
  AttendedAs,
  CaseId,
  CaseReference,
  CaseState,
  Instant,
  PanelAgency,
  PanelMeetingId,
  PanelMeetingKind,
  PersonId,
  PlainDate,
  PlainTime,
} from '@cdop/domain'
import { z } from 'zod'

/** A day on which the panel meets, or met. */
export const PanelMeeting = z.strictObject({
  panelMeetingId: PanelMeetingId,
  kind: PanelMeetingKind,
  heldOn: PlainDate,
})
export type PanelMeeting = z.infer<typeof PanelMeeting>

/** A meeting in a list, with how many of its cases somebody may see. */
const MeetingWithCases = PanelMeeting.extend({
  startsAt: PlainTime.nullable(),
  cancelled: z.boolean(),
  attended: z.boolean(),
  cases: z.int(),
})
type MeetingWithCases = z.infer<typeof MeetingWithCases>

/** A meeting with how many members its panel had when attendance was recorded; null before, and where it was not said. */
export const HeldMeeting = PanelMeeting.extend({ members: z.int().positive().nullable() })
export type HeldMeeting = z.infer<typeof HeldMeeting>

/** Who was there, for which agency, and whether in somebody's place; null where that was not asked yet. */
export const Attendance = z.strictObject({
  personId: PersonId,
  agency: PanelAgency,
  attendedAs: AttendedAs.nullable(),
})
export type Attendance = z.infer<typeof Attendance>

export async function insertMeeting(
  tx: Db,
  areaId: AreaId,
  arranged: PanelMeeting & { by: PersonId; at: Instant },
): Promise<void> {
  const { panelMeetingId, kind, heldOn, by, at } = arranged
  await tx`
    insert into case_review.panel_meetings (area_id, panel_meeting_id, kind, held_on, arranged_by, arranged_at)
    values (${areaId}, ${panelMeetingId}, ${kind}, ${heldOn}, ${by}, ${at})
  `
}

export async function findMeeting(
  tx: Db,
  areaId: AreaId,
  panelMeetingId: PanelMeetingId,
): Promise<HeldMeeting | null> {
  const [row] = await tx`
    select panel_meeting_id, kind, held_on, members from case_review.panel_meetings
    where area_id = ${areaId} and panel_meeting_id = ${panelMeetingId}
  `
  return row === undefined ? null : HeldMeeting.parse(row)
}

/**
 * The area's meetings, newest first, with the number of cases this person may see on each agenda: those in one of
 * the states in which such a person sees a case at all, and without a conflict of theirs.
 */
export async function meetingsOf(
  tx: Db,
  areaId: AreaId,
  { personId, states }: { personId: PersonId; states: readonly CaseState[] },
): Promise<MeetingWithCases[]> {
  const rows = await tx`
    select m.panel_meeting_id, m.kind, m.held_on, m.starts_at, m.cancelled_at is not null as cancelled,
      m.members is not null as attended, (
        select count(*)::int from case_review.listings l
        join case_review.cases c on c.area_id = l.area_id and c.case_id = l.case_id
          and c.state = any (${[...states]}::text[]) and c.merged_into is null
        where l.area_id = m.area_id and l.panel_meeting_id = m.panel_meeting_id and not exists (
          select from case_review.withdrawals x
          where x.area_id = l.area_id and x.case_id = any (c.case_ids) and x.person_id = ${personId}
        )
      ) as cases
    from case_review.panel_meetings m
    where m.area_id = ${areaId}
    order by m.held_on desc, m.panel_meeting_id
    limit 200
  `
  return rows.map((row) => MeetingWithCases.parse(row))
}

/** Replaces what was recorded of who was there, of a panel whose members spoke for these agencies. */
export async function saveAttendance(
  tx: Db,
  areaId: AreaId,
  panelMeetingId: PanelMeetingId,
  { present, panel }: { present: readonly Attendance[]; panel: readonly PanelAgency[] },
): Promise<void> {
  await tx`
    update case_review.panel_meetings set members = ${panel.length}, seats = ${[...new Set(panel)]}::text[]
    where area_id = ${areaId} and panel_meeting_id = ${panelMeetingId}
  `
  await tx`
    delete from case_review.attendances where area_id = ${areaId} and panel_meeting_id = ${panelMeetingId}
  `
  for (const { personId, agency, attendedAs } of present) {
    await tx`
      insert into case_review.attendances (area_id, panel_meeting_id, person_id, agency, attended_as)
      values (${areaId}, ${panelMeetingId}, ${personId}, ${agency}, ${attendedAs})
    `
  }
}

export async function attendanceOf(
  tx: Db,
  areaId: AreaId,
  panelMeetingId: PanelMeetingId,
): Promise<Attendance[]> {
  const rows = await tx`
    select person_id, agency, attended_as from case_review.attendances
    where area_id = ${areaId} and panel_meeting_id = ${panelMeetingId} order by agency, person_id
  `
  return rows.map((row) => Attendance.parse(row))
}

const AgendaRow = z.object({
  caseId: CaseId,
  reference: CaseReference,
  ageBand: AgeBand,
  diedOn: PlainDate,
  state: CaseState,
  /** What it was given; null while it has as long as is usual. */
  minutes: AgendaMinutes.nullable(),
  /** Who withdrew from it. */
  conflicted: z.array(PersonId),
  /** Who does not count in it: they, and whoever is there for the facts alone. */
  notCounted: z.array(PersonId),
})
export type AgendaRow = z.infer<typeof AgendaRow>

/** The cases of a meeting in the order of its agenda, at first that in which they were listed, each with whose interest in it was recorded as what. */
export async function agendaOf(tx: Db, areaId: AreaId, panelMeetingId: PanelMeetingId): Promise<AgendaRow[]> {
  const rows = await tx`
    select c.case_id, c.reference, c.age_band, c.died_on, c.state, l.minutes,
      array(
        select x.person_id::text from case_review.withdrawals x
        where x.area_id = c.area_id and x.case_id = any (c.case_ids)
      ) as conflicted,
      array(
        select x.person_id::text from case_review.conflict_standings x
        where x.area_id = c.area_id and x.case_id = any (c.case_ids) and x.outcome <> 'none'
      ) as not_counted
    from case_review.listings l
    join case_review.cases c on c.area_id = l.area_id and c.case_id = l.case_id
    where l.area_id = ${areaId} and l.panel_meeting_id = ${panelMeetingId} and c.merged_into is null
    order by l.place_on_agenda nulls last, l.listed_at, c.case_id
  `
  return rows.map((row) => AgendaRow.parse(row))
}

/** That a meeting ended with a pause: who said so, and when. */
export const Pause = z.strictObject({ recordedBy: PersonId, recordedAt: Instant })

/** Keeps that a meeting ended with a pause, once. Answers whether it was new. */
export async function insertPause(
  tx: Db,
  areaId: AreaId,
  { panelMeetingId, by, at }: { panelMeetingId: PanelMeetingId; by: PersonId; at: Instant },
): Promise<boolean> {
  const { count } = await tx`
    insert into case_review.panel_meeting_pauses (area_id, panel_meeting_id, recorded_by, recorded_at)
    values (${areaId}, ${panelMeetingId}, ${by}, ${at})
    on conflict do nothing
  `
  return count > 0
}

export async function pauseOf(
  tx: Db,
  areaId: AreaId,
  panelMeetingId: PanelMeetingId,
): Promise<z.infer<typeof Pause> | null> {
  const [row] = await tx`
    select recorded_by, recorded_at from case_review.panel_meeting_pauses
    where area_id = ${areaId} and panel_meeting_id = ${panelMeetingId}
  `
  return row === undefined ? null : Pause.parse({ ...row })
}
