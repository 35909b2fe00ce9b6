import type { Db } from '@cdop/database'
import type { AreaId, CaseId, CaseState, PanelMeetingId } from '@cdop/domain'
import { type AgendaRow, agendaOf } from '../panel-meeting/panel-meeting-store.ts'

/** A case that is read for a meeting: listed for it and not put back, taken over, reported in error or closed since. */
const isRead: readonly CaseState[] = ['listed', 'reviewed', 'submitted']

/** The cases a meeting's pack is about now, each with who declared a conflict in it. */
export async function casesRead(
  tx: Db,
  areaId: AreaId,
  panelMeetingId: PanelMeetingId,
): Promise<readonly AgendaRow[]> {
  return (await agendaOf(tx, areaId, panelMeetingId)).filter(({ state }) => isRead.includes(state))
}

export const ids = (cases: readonly { caseId: CaseId }[]): CaseId[] => cases.map(({ caseId }) => caseId)

/** Holds a meeting as it is until the transaction ends. */
export async function lockMeeting(tx: Db, areaId: AreaId, panelMeetingId: PanelMeetingId): Promise<void> {
  await tx`
    select from case_review.panel_meetings
    where area_id = ${areaId} and panel_meeting_id = ${panelMeetingId} for update
  `
}
