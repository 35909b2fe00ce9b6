import type { Db } from '@cdop/database'
import { CaseState, type PersonId, PlainDate, PlainTime } from '@cdop/domain'
import { z } from 'zod'
import { PanelMeeting } from '../panel-meeting/panel-meeting-store.ts'
import { listableStates } from '../panel-meeting/proposal-store.ts'
import { daysOfYear, type YearOf } from './year-plan-store.ts'

const MeetingOfYear = PanelMeeting.extend({
  startsAt: PlainTime.nullable(),
  endsAt: PlainTime.nullable(),
  cancelled: z.boolean(),
  attended: z.boolean(),
  cases: z.int(),
  /** What cases were given that were given minutes, and how many were given none of their own. */
  minutesGiven: z.int(),
  withUsual: z.int(),
})
type MeetingOfYear = z.infer<typeof MeetingOfYear>

/** The area's meetings of a year, earliest first, with the cases of each that somebody sees and what these take. */
export async function meetingsOfYear(
  tx: Db,
  { areaId, year }: YearOf,
  { personId, states }: { personId: PersonId; states: readonly CaseState[] },
): Promise<MeetingOfYear[]> {
  const { start, end } = daysOfYear(year)
  const rows = await tx`
    select m.panel_meeting_id, m.kind, m.held_on, m.starts_at, m.ends_at, m.cancelled_at is not null as cancelled,
      m.members is not null as attended, seen.cases, seen.minutes_given, seen.with_usual
    from case_review.panel_meetings m
    cross join lateral (
      select count(*)::int as cases, coalesce(sum(l.minutes), 0)::int as minutes_given,
        (count(*) filter (where l.minutes is null))::int as with_usual
      from case_review.listings l
      join case_review.cases c on c.area_id = l.area_id and c.case_id = l.case_id
        and c.state = any (${[...states]}::text[]) and c.merged_into is null
      where l.area_id = m.area_id and l.panel_meeting_id = m.panel_meeting_id and not exists (
        select from case_review.withdrawals x
        where x.area_id = l.area_id and x.case_id = any (c.case_ids) and x.person_id = ${personId}
      )
    ) seen
    where m.area_id = ${areaId} and m.held_on between ${start} and ${end}
    order by m.held_on, m.starts_at nulls last, m.panel_meeting_id
  `
  return rows.map((row) => MeetingOfYear.parse({ ...row }))
}

const WaitingCase = z.object({ state: CaseState, diedOn: PlainDate, dueOn: PlainDate.nullable() })

/** The cases that no panel has been given yet and that somebody did not withdraw from: those that could be listed, and those still gathered. */
export async function casesWithoutPanel(tx: Db, { areaId }: YearOf, personId: PersonId) {
  const rows = await tx`
    select c.state, c.died_on, c.next_due_on as due_on from case_review.cases c
    where c.area_id = ${areaId} and c.state = any (${['gathering', ...listableStates]}::text[])
      and c.merged_into is null and not exists (
        select from case_review.withdrawals x
        where x.area_id = c.area_id and x.case_id = any (c.case_ids) and x.person_id = ${personId}
      )
  `
  return rows.map((row) => WaitingCase.parse(row))
}
