import type { Db } from '@cdop/database'
import {
  type AreaId,
  CaseId,
  CaseReference,
  PanelMeetingId,
  PanelMeetingKind,
  type Person,
  PersonId,
} from '@cdop/domain'
import { z } from 'zod'
import { accessTo } from '../access/see-case.ts'
import { agendaOf, attendanceOf, findMeeting } from '../panel-meeting/panel-meeting-store.ts'
import { afterReview } from './after-review.ts'

/** More than an area reviews in three years. */
const MOST_CASES = 500

/** What factor-analysis says was agreed at which meeting. */
export const AgreedCases = z
  .array(z.strictObject({ caseId: CaseId, panelMeetingId: PanelMeetingId }))
  .max(MOST_CASES)

export const DecidedCase = z.strictObject({
  caseId: CaseId,
  reference: CaseReference,
  /** What the panel met as. */
  kind: PanelMeetingKind,
  /** Who decided: there, and counted in the case. */
  decidedBy: z.array(PersonId).min(1),
})
export type DecidedCase = z.infer<typeof DecidedCase> & { panelMeetingId: PanelMeetingId }

/**
 * Who decided each of some agreed cases, as far as a person may see them. A case that is reviewed anew, merged or gone is left out,
 * and so is one whose attendance is not known: nobody could tell who decided it.
 */
export async function decidedCases(
  tx: Db,
  person: Person,
  areaId: AreaId,
  agreed: z.infer<typeof AgreedCases>,
): Promise<DecidedCase[]> {
  const seen = await accessTo(
    tx,
    person,
    areaId,
    agreed.map(({ caseId }) => caseId),
  )
  const lines = new Map(seen.map(({ line }) => [line.caseId, line]))
  const found: DecidedCase[] = []
  for (const [panelMeetingId, cases] of Map.groupBy(agreed, (one) => one.panelMeetingId)) {
    const meeting = await findMeeting(tx, areaId, panelMeetingId)
    if (meeting === null) continue
    const present = await attendanceOf(tx, areaId, panelMeetingId)
    const agenda = new Map((await agendaOf(tx, areaId, panelMeetingId)).map((item) => [item.caseId, item]))
    for (const { caseId } of cases) {
      const line = lines.get(caseId)
      const item = agenda.get(caseId)
      if (line === undefined || item === undefined || !afterReview.includes(item.state)) continue
      const decidedBy = present
        .map(({ personId }) => personId)
        .filter((one) => !item.notCounted.includes(one))
      if (decidedBy.length === 0) continue
      found.push({ caseId, reference: line.reference, kind: meeting.kind, decidedBy, panelMeetingId })
    }
  }
  return found
}
