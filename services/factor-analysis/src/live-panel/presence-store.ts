import type { Db } from '@cdop/database'
import type { Instant, PersonId } from '@cdop/domain'
import type { CaseAtMeeting } from './live-session-store.ts'

/** Milliseconds after which somebody who was not heard of any more is no longer counted. */
const HERE_FOR = 15_000

/** Notes that somebody has the live panel of a case open. */
export async function noteHere(
  tx: Db,
  { areaId, caseId, panelMeetingId }: CaseAtMeeting,
  { by, at }: { by: PersonId; at: Instant },
): Promise<void> {
  await tx`
    insert into factor_analysis.live_presences (area_id, case_id, panel_meeting_id, person_id, seen_at)
    values (${areaId}, ${caseId}, ${panelMeetingId}, ${by}, ${at})
    on conflict (area_id, case_id, panel_meeting_id, person_id) do update set seen_at = excluded.seen_at
  `
}

/** How many people have the live panel of a case open. */
export async function howManyHere(
  tx: Db,
  { areaId, caseId, panelMeetingId }: CaseAtMeeting,
  at: Instant,
): Promise<number> {
  const since = new Date(Date.parse(at) - HERE_FOR).toISOString()
  const rows = await tx`
    select from factor_analysis.live_presences
    where area_id = ${areaId} and case_id = ${caseId} and panel_meeting_id = ${panelMeetingId}
      and seen_at > ${since}
  `
  return rows.length
}
