import type { Db } from '@cdop/database'
import { AreaId, type CaseId, InformationRequestId, type Instant, type Person } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher, setNextClock } from '../case/case-store.ts'
import { markLateAnswerSeen } from '../gap/gap-store.ts'
import { markAccepted } from '../information-request/request-steps.ts'
import type { Parts } from '../parts.ts'
import { requires } from '../rpc.ts'
import { addDecision } from './return-decision-store.ts'
import { seeReturn } from './seen-return.ts'

type Accepted = { caseId: CaseId; informationRequestId: InformationRequestId; entry: number }

/** Writes down that a version of what was returned is accepted, by whom and when: the agency's clock stops. */
export async function keepAccepted(
  tx: Db,
  { actor, parts }: { actor: Person; parts: Parts },
  areaId: AreaId,
  { caseId, informationRequestId, entry }: Accepted,
  at: Instant,
): Promise<void> {
  const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
  const place = { areaId, informationRequestId }
  await addDecision(tx, cipher, place, {
    entry,
    decision: 'accepted',
    decidedBy: actor.personId,
    decidedAt: at,
    missing: null,
    answerBy: null,
  })
  await markAccepted(tx, areaId, informationRequestId, at)
  await setNextClock(tx, areaId, caseId)
  await parts.publisher.publish(tx, actor, areaId, {
    type: 'information-request.accepted.v1',
    subject: caseId,
    payload: { informationRequestId, entry },
  })
}

/**
 * Accepts the version of what an agency returned that somebody has read; also one that was sent back, as it is. An answer that
 * came after the review had gone on without it counts as looked at.
 * @throws Refusal `stale` when a newer version came, or somebody else decided, since; `not-allowed-in-this-state` once the
 * panel has reviewed the case
 */
export const acceptReturn = requires('information-request:send')
  .input(
    z.strictObject({
      areaId: AreaId,
      informationRequestId: InformationRequestId,
      entry: z.number().int().positive(),
      /** How it stood when it was read. */
      seen: z.enum(['returned', 'sent-back']),
      key: AttemptKey,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, informationRequestId, entry, seen } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'returned-form.accept', input, outcome: z.null() },
      async (tx) => {
        const read = { informationRequestId, entry, from: seen }
        const { request } = await seeReturn(tx, person, areaId, read)
        const { caseId } = request
        const at = parts.clock.now()
        await markLateAnswerSeen(tx, { areaId, informationRequestId }, { by: person.personId, at })
        await keepAccepted(tx, { actor: person, parts }, areaId, { caseId, informationRequestId, entry }, at)
        await parts.audit.record(tx, actor, areaId, {
          action: 'returned-form.accept',
          object: { kind: 'information-request', id: informationRequestId },
        })
        return null
      },
    )
  })
