import { AreaId, CaseId, type CaseState, Refusal, ReviewMeetingId, text } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { stepCase } from '../case/case-steps.ts'
import { caseCipher, setNextClock } from '../case/case-store.ts'
import { requires } from '../rpc.ts'
import { requireNotOffered } from '../transfer/offer-store.ts'
import { saveLast } from './last-store.ts'
import { meetingsOfCases } from './meeting-store.ts'
import { seeMeeting } from './seen-meeting.ts'

/** Where the case must stand for it: once it is listed, what was said stands. */
const before = (last: boolean): CaseState => (last ? 'gathering' : 'review-meeting-held')

/**
 * Says of a held meeting that another is expected after all, or that it was the last after all, with the reason. The
 * case gathers again, or its stage has ended, unless another of its meetings was the last as well.
 * @throws Refusal `not-allowed-in-this-state` once the case is listed, or when it is said so already; `transfer-open`,
 * `stale`, `not-found`
 */
export const sayLastMeeting = requires('review-meeting:record')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      reviewMeetingId: ReviewMeetingId,
      version: z.number().int().positive(),
      last: z.boolean(),
      reason: text(2_000),
      key: AttemptKey,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, reviewMeetingId, last, reason } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'review-meeting.say-last', input, outcome: z.null() },
      async (tx) => {
        const { seen, meeting } = await seeMeeting(tx, person, input)
        const { found } = seen
        requireNotOffered(found, parts.clock.now())
        if (meeting.heldOn === null || meeting.endedTheStage === last || found.state !== before(last)) {
          throw new Refusal('not-allowed-in-this-state')
        }
        const cipher = await caseCipher(tx, parts.keys, areaId, meeting.caseId)
        const by = { by: person.personId, at: parts.clock.now() }
        await saveLast(tx, cipher, { areaId, reviewMeetingId }, { last, reason, ...by })
        const meetings = await meetingsOfCases(tx, areaId, found.caseIds)
        if (last) await stepCase(tx, areaId, found, 'review-meeting-held')
        else if (!meetings.some(({ endedTheStage }) => endedTheStage === true)) {
          await stepCase(tx, areaId, found, 'gathering')
        }
        await setNextClock(tx, areaId, caseId)
        await parts.audit.record(tx, actor, areaId, {
          action: 'review-meeting.say-last',
          object: { kind: 'case', id: caseId },
        })
        // The meeting as it is recorded from now on: who hears it takes the newest.
        await parts.publisher.publish(tx, actor, areaId, {
          type: 'review-meeting.held.v1',
          subject: caseId,
          payload: { caseId, reviewMeetingId, kind: meeting.kind, heldOn: meeting.heldOn, last },
        })
        return null
      },
    )
  })
