import { randomUUID } from 'node:crypto'
import { AreaId, CaseId, DeferralId, PanelMeetingId, PanelQuestionId, Refusal, text } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { stepCase } from '../case/case-steps.ts'
import { setNextClock } from '../case/case-store.ts'
import { findListing } from '../panel-meeting/listing-store.ts'
import { requires } from '../rpc.ts'
import { saveDeferral } from './deferral-store.ts'

/**
 * Records that the panel put a listed case back, with what it asked. The case leaves the panel's desk at once.
 * @throws Refusal `not-found` when it is not on this meeting's agenda; `date-in-future` before the day of the meeting;
 * `not-allowed-in-this-state`
 */
export const deferCase = requires('panel-meeting:defer')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      panelMeetingId: PanelMeetingId,
      questions: z.array(text(1_000)).min(1).max(20),
      key: AttemptKey,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, panelMeetingId, questions } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'panel-meeting.defer', input, outcome: z.null() },
      async (tx) => {
        const { found } = await seeCase(tx, person, areaId, caseId, {
          lock: true,
          today: parts.clock.today(),
        })
        const listing = await findListing(tx, areaId, caseId)
        if (listing === null || listing.panelMeetingId !== panelMeetingId) throw new Refusal('not-found')
        if (listing.heldOn > parts.clock.today()) throw new Refusal('date-in-future', ['heldOn'])
        await stepCase(tx, areaId, found, 'deferred')
        const deferral = {
          deferralId: DeferralId.parse(randomUUID()),
          caseId,
          panelMeetingId,
          deferredOn: listing.heldOn,
          by: person.personId,
          at: parts.clock.now(),
        }
        const asked = questions.map((question) => ({
          panelQuestionId: PanelQuestionId.parse(randomUUID()),
          asked: question,
        }))
        await saveDeferral(tx, parts.keys, areaId, deferral, asked)
        await setNextClock(tx, areaId, caseId)
        await parts.audit.record(tx, actor, areaId, {
          action: 'panel-meeting.defer',
          object: { kind: 'case', id: caseId },
        })
        await parts.publisher.publish(tx, actor, areaId, {
          type: 'case.deferred.v1',
          subject: caseId,
          payload: { caseId, panelMeetingId, deferredOn: listing.heldOn },
        })
        return null
      },
    )
  })
