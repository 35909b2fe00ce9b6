import { AreaId, PanelMeetingId, Refusal, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { attendanceOf, findMeeting } from '../panel-meeting/panel-meeting-store.ts'
import { requires } from '../rpc.ts'
import { requireFactorAnalysis } from './after-review.ts'
import { AgreedCases, DecidedCase, decidedCases } from './decided-cases.ts'

const Candidate = DecidedCase.extend({
  /** False for a meeting at which somebody who decided the first time was there too, as far as it is recorded. */
  mayBeCoded: z.boolean(),
})

/**
 * Which of some agreed cases a second meeting may code, as the person who asks may see them. @throws Refusal `not-found`
 */
export const listCandidates = requires('double-coding:arrange')
  .input(z.strictObject({ areaId: AreaId, panelMeetingId: PanelMeetingId, agreed: AgreedCases }))
  .output(z.array(Candidate))
  .query(({ ctx: { actor, caller, parts }, input: { areaId, panelMeetingId, agreed } }) => {
    requireFactorAnalysis(caller)
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      if ((await findMeeting(tx, areaId, panelMeetingId)) === null) throw new Refusal('not-found')
      const second = new Set((await attendanceOf(tx, areaId, panelMeetingId)).map(({ personId }) => personId))
      const found = (await decidedCases(tx, person, areaId, agreed)).map(
        ({ panelMeetingId: first, ...decided }) => ({
          ...decided,
          mayBeCoded: first !== panelMeetingId && !decided.decidedBy.some((one) => second.has(one)),
        }),
      )
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
