import { AreaId, CaseId, PlainDate, Refusal, ReviewMeetingId } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { setNextClock } from '../case/case-store.ts'
import { requires } from '../rpc.ts'
import { markReported } from './meeting-store.ts'
import { seeMeeting } from './seen-meeting.ts'

/**
 * Records when the report or draft analysis of a held meeting came: from then on the panel has its six weeks.
 * @throws Refusal `date-in-future`, `dates-out-of-order`, `stale`, `not-allowed-in-this-state` before it was held or twice
 */
export const recordMeetingReport = requires('review-meeting:record')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      reviewMeetingId: ReviewMeetingId,
      version: z.number().int().positive(),
      receivedOn: PlainDate,
      key: AttemptKey,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, reviewMeetingId, receivedOn } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'review-meeting.record-report', input, outcome: z.null() },
      async (tx) => {
        const { meeting } = await seeMeeting(tx, person, input)
        if (meeting.heldOn === null || meeting.reportReceivedOn !== null)
          throw new Refusal('not-allowed-in-this-state')
        if (receivedOn > parts.clock.today()) throw new Refusal('date-in-future', ['receivedOn'])
        if (receivedOn < meeting.heldOn) throw new Refusal('dates-out-of-order', ['receivedOn'])
        const by = { by: person.personId, at: parts.clock.now() }
        const first = await markReported(tx, { areaId, reviewMeetingId }, { receivedOn, ...by })
        // Its draft analysis came at the same moment.
        if (!first) throw new Refusal('stale')
        await setNextClock(tx, areaId, caseId)
        await parts.audit.record(tx, actor, areaId, {
          action: 'review-meeting.record-report',
          object: { kind: 'case', id: caseId },
        })
        await parts.publisher.publish(tx, actor, areaId, {
          type: 'review-meeting.reported.v1',
          subject: caseId,
          payload: { caseId, reviewMeetingId, receivedOn },
        })
        return null
      },
    )
  })
