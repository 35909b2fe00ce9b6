import { AreaId, GapEffect, GapReason, InformationRequestId, isAnswered, Refusal, text } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { withheldFrom } from '../access/withheld-cases.ts'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher, findCase, setNextClock } from '../case/case-store.ts'
import { chasedRequests } from '../chasing/chaser-store.ts'
import { findRequest } from '../information-request/request-store.ts'
import { requires } from '../rpc.ts'
import { insertGap } from './gap-store.ts'
import { unansweredFor } from './unanswered.ts'

/** What the panel will not know, and what that does to its review. */
const GapNote = text(2_000)

/**
 * Decides that a review goes on without what an agency knew, once every step to get it has been taken. The agency can
 * still answer: that reopens the question, not the case.
 * @throws Refusal `steps-left`, `request-answered`, `stale`; `not-found` also for a case the person has a conflict in
 */
export const goWithout = requires('gap:record')
  .input(
    z.strictObject({
      areaId: AreaId,
      informationRequestId: InformationRequestId,
      reason: GapReason,
      effect: GapEffect,
      note: GapNote,
      key: AttemptKey,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, informationRequestId, reason, effect, note } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'gap.record', input, outcome: z.null() },
      async (tx) => {
        const asked = await findRequest(tx, areaId, informationRequestId)
        const withheld = await withheldFrom(tx, person, areaId)
        if (asked === null || withheld.includes(asked.caseId)) throw new Refusal('not-found')
        // The case first, as whoever answers does: two never wait for each other.
        await findCase(tx, areaId, asked.caseId, { lock: true })
        const request = await findRequest(tx, areaId, informationRequestId, { lock: true })
        const of = [informationRequestId]
        const found = await unansweredFor(tx, parts.keys, person, areaId, { today: parts.clock.today(), of })
        if (request === null) throw new Refusal('not-found')
        if (found.length === 0) {
          if (isAnswered(request.state)) throw new Refusal('request-answered')
          if (request.state === 'gone-without') throw new Refusal('stale')
          const chased = await chasedRequests(tx, parts.keys, areaId, of)
          throw new Refusal(chased.length > 0 ? 'steps-left' : 'not-found')
        }
        const cipher = await caseCipher(tx, parts.keys, areaId, request.caseId)
        const decided = { decidedBy: person.personId, decidedAt: parts.clock.now() }
        await insertGap(tx, cipher, { areaId, informationRequestId }, { reason, effect, note, ...decided })
        await setNextClock(tx, areaId, request.caseId)
        await parts.audit.record(tx, actor, areaId, {
          action: 'gap.record',
          object: { kind: 'information-request', id: informationRequestId },
        })
        await parts.publisher.publish(tx, actor, areaId, {
          type: 'information-request.gone-without.v1',
          subject: request.caseId,
          payload: { informationRequestId, organisationKind: request.organisationKind, reason, effect },
        })
        return null
      },
    )
  })
