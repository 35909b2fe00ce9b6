import {
  AreaId,
  CaseId,
  CaseReference,
  PanelMeetingId,
  PanelMeetingKind,
  PersonId,
  Refusal,
  requireArea,
} from '@cdop/domain'
import { z } from 'zod'
import { accessTo } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { agendaOf, attendanceOf, findMeeting } from '../panel-meeting/panel-meeting-store.ts'
import { requires } from '../rpc.ts'
import { afterReview, requireFactorAnalysis } from './after-review.ts'

/** More than an area reviews in three years. */
const MOST_CANDIDATES = 500

const Candidate = z.strictObject({
  caseId: CaseId,
  reference: CaseReference,
  /** What the first panel met as. */
  kind: PanelMeetingKind,
  /** Who decided: there, and counted in the case. */
  decidedBy: z.array(PersonId).min(1),
  /** False for a meeting at which somebody who decided the first time was there too, as far as it is recorded. */
  mayBeCoded: z.boolean(),
})

/**
 * Which of some agreed cases a second meeting may code, as the person who asks may see them. A case that is reviewed anew, merged
 * or gone is left out, and so is one whose first attendance is not known: nobody could tell who decided it.
 * @throws Refusal `not-found`
 */
export const listCandidates = requires('double-coding:arrange')
  .input(
    z.strictObject({
      areaId: AreaId,
      panelMeetingId: PanelMeetingId,
      agreed: z
        .array(z.strictObject({ caseId: CaseId, panelMeetingId: PanelMeetingId }))
        .max(MOST_CANDIDATES),
    }),
  )
  .output(z.array(Candidate))
  .query(({ ctx: { actor, caller, parts }, input: { areaId, panelMeetingId, agreed } }) => {
    requireFactorAnalysis(caller)
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      if ((await findMeeting(tx, areaId, panelMeetingId)) === null) throw new Refusal('not-found')
      const second = new Set((await attendanceOf(tx, areaId, panelMeetingId)).map(({ personId }) => personId))
      const seen = await accessTo(
        tx,
        person,
        areaId,
        agreed.map(({ caseId }) => caseId),
      )
      const lines = new Map(seen.map(({ line }) => [line.caseId, line]))
      const found: z.infer<typeof Candidate>[] = []
      for (const [first, cases] of Map.groupBy(agreed, (one) => one.panelMeetingId)) {
        const meeting = await findMeeting(tx, areaId, first)
        if (meeting === null) continue
        const present = await attendanceOf(tx, areaId, first)
        const agenda = new Map((await agendaOf(tx, areaId, first)).map((item) => [item.caseId, item]))
        for (const { caseId } of cases) {
          const line = lines.get(caseId)
          const item = agenda.get(caseId)
          if (line === undefined || item === undefined || !afterReview.includes(item.state)) continue
          const decidedBy = present
            .map(({ personId }) => personId)
            .filter((one) => !item.notCounted.includes(one))
          if (decidedBy.length === 0) continue
          found.push({
            caseId,
            reference: line.reference,
            kind: meeting.kind,
            decidedBy,
            mayBeCoded: first !== panelMeetingId && !decidedBy.some((one) => second.has(one)),
          })
        }
      }
      await parts.audit.record(
        tx,
        actor,
        areaId,
        { action: 'second-coding.candidates', object: { kind: 'panel-meeting', id: panelMeetingId } },
        ...found.map(({ caseId }) => ({
          action: 'second-coding.candidates',
          object: { kind: 'case', id: caseId },
        })),
      )
      return found
    })
  })
