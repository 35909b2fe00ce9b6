import type { Db } from '@cdop/database'
import { type AreaId, type CaseId, type Instant, PanelMeetingId, type PersonId } from '@cdop/domain'
import { z } from 'zod'

/** A case at a panel meeting. */
export type CaseAtMeeting = { areaId: AreaId; caseId: CaseId; panelMeetingId: PanelMeetingId }

/** A live panel: a case at a meeting, for one agreement of its analysis. */
export type LivePlace = CaseAtMeeting & { revision: number }

const LiveSession = z.object({
  panelMeetingId: PanelMeetingId,
  revision: z.number().int().positive(),
  state: z.enum(['open', 'ended', 'agreed']),
  version: z.number().int().positive(),
  currentItem: z.string(),
})
export type LiveSession = z.infer<typeof LiveSession>

/** The newest live panel of a case at a meeting, or null before the first. `lock` holds it for the transaction. */
export async function findLiveSession(
  tx: Db,
  { areaId, caseId, panelMeetingId }: CaseAtMeeting,
  options: { lock: boolean } = { lock: false },
): Promise<LiveSession | null> {
  const [row] = await tx`
    select panel_meeting_id, revision, state, version, current_item from factor_analysis.live_sessions
    where area_id = ${areaId} and case_id = ${caseId} and panel_meeting_id = ${panelMeetingId}
    order by revision desc limit 1
    ${options.lock ? tx`for update` : tx``}
  `
  return row === undefined ? null : LiveSession.parse(row)
}

/** The live panel of a case that is open, at whatever meeting, locked; null when none is. */
export async function openSessionOf(tx: Db, areaId: AreaId, caseId: CaseId): Promise<LiveSession | null> {
  const [row] = await tx`
    select panel_meeting_id, revision, state, version, current_item from factor_analysis.live_sessions
    where area_id = ${areaId} and case_id = ${caseId} and state = 'open'
    for update
  `
  return row === undefined ? null : LiveSession.parse(row)
}

const Drafted = z.object({ revision: z.number().int().positive(), version: z.number().int().positive() })

/** How far the analysis of a case was saved, without reading it; null before anybody drafted it. */
export async function analysisVersion(
  tx: Db,
  { areaId, caseId }: Pick<CaseAtMeeting, 'areaId' | 'caseId'>,
): Promise<z.infer<typeof Drafted> | null> {
  const [row] = await tx`
    select revision, version from factor_analysis.analyses
    where area_id = ${areaId} and case_id = ${caseId} order by revision desc limit 1
  `
  return row === undefined ? null : Drafted.parse(row)
}

type By = { by: PersonId; at: Instant }

/** Begins a live panel, or goes on with the one that was ended; false when somebody did so meanwhile. */
export async function openLiveSession(
  tx: Db,
  { areaId, caseId, panelMeetingId, revision }: LivePlace,
  { item, by, at }: By & { item: string },
): Promise<boolean> {
  const begun = await tx`
    insert into factor_analysis.live_sessions (area_id, case_id, panel_meeting_id, revision, state, version, current_item,
      opened_by, opened_at)
    values (${areaId}, ${caseId}, ${panelMeetingId}, ${revision}, 'open', 1, ${item}, ${by}, ${at})
    on conflict do nothing returning version
  `
  if (begun.length === 1) return true
  const resumed = await tx`
    update factor_analysis.live_sessions
    set state = 'open', version = version + 1, closed_by = null, closed_at = null
    where area_id = ${areaId} and case_id = ${caseId} and panel_meeting_id = ${panelMeetingId}
      and revision = ${revision} and state = 'ended'
    returning version
  `
  return resumed.length === 1
}

/** Something others must see has changed; with `item`, which one the panel is at. */
export async function moveOn(tx: Db, place: LivePlace, item: string): Promise<void> {
  const { areaId, caseId, panelMeetingId, revision } = place
  await tx`
    update factor_analysis.live_sessions set version = version + 1, current_item = ${item}
    where area_id = ${areaId} and case_id = ${caseId} and panel_meeting_id = ${panelMeetingId}
      and revision = ${revision} and state = 'open'
  `
}

/** Closes a live panel, and forgets who had it open. */
export async function closeLiveSession(
  tx: Db,
  place: LivePlace,
  { as, by, at }: By & { as: 'ended' | 'agreed' },
): Promise<void> {
  const { areaId, caseId, panelMeetingId, revision } = place
  await tx`
    update factor_analysis.live_sessions
    set state = ${as}, version = version + 1, closed_by = ${by}, closed_at = ${at}
    where area_id = ${areaId} and case_id = ${caseId} and panel_meeting_id = ${panelMeetingId}
      and revision = ${revision} and state = 'open'
  `
  await tx`
    delete from factor_analysis.live_presences
    where area_id = ${areaId} and case_id = ${caseId} and panel_meeting_id = ${panelMeetingId}
  `
}
