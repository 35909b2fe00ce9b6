import {
  AreaId,
  Instant,
  londonInstant,
  PlainTime,
  Refusal,
  ResponseDecision,
  ResponseId,
  ResponseState,
  responseStep,
} from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../on-call/require-person.ts'
import { requireNotWithheld, WithheldAsFarAsKnown } from '../response-record/record-access.ts'
import { requires } from '../rpc.ts'
import { addDecision } from './decision-store.ts'
import { dropStep } from './due-steps.ts'
import { lockVersion, saveAcknowledged, saveState } from './response-store.ts'

const Outcome = z.strictObject({ responseId: ResponseId, state: ResponseState })

const midnight = PlainTime.parse('00:00')

/**
 * Records the decision to start a joint agency response or not. `decidedAt` is when it was made, often by phone hours
 * before somebody could write it down; when it was written down is kept apart. Who decides has seen the page.
 * @throws Refusal `stale`, `response-decided`, `date-in-future`, or `dates-out-of-order` before the day of the death;
 * `not-found` also for whoever declared a conflict of interest in the child
 */
export const decideResponse = requires('response:decide')
  .input(
    z.strictObject({
      areaId: AreaId,
      responseId: ResponseId,
      withheld: WithheldAsFarAsKnown,
      version: z.int().positive(),
      what: ResponseDecision,
      /** Null: as it is recorded. A second click then sends the same. */
      decidedAt: Instant.nullable(),
      key: AttemptKey,
    }),
  )
  .output(Outcome)
  .mutation(({ ctx, input }) => {
    const { actor, parts } = ctx
    const { areaId, responseId, what, withheld } = input
    const { personId } = requirePerson(actor)
    const change = {
      procedure: 'response.decide',
      areaId,
      input: { ...input, withheld: null },
      outcome: Outcome,
    }
    return changeOnce(ctx, change, async (tx) => {
      const found = await lockVersion(tx, input)
      await requireNotWithheld(tx, found, { areaId, withheld })
      // One that began before death has been decided; it goes on with a notification or ends with a child who lived.
      if (found.notificationId === null) throw new Refusal('response-decided')
      const state = responseStep(found.state, what.decision === 'start' ? 'started' : 'not-started')
      const recordedAt = parts.clock.now()
      const decidedAt = input.decidedAt ?? recordedAt
      if (decidedAt > recordedAt) throw new Refusal('date-in-future', ['decidedAt'])
      const earliest = found.diedOn === null ? found.openedAt : londonInstant(found.diedOn, midnight)
      if (decidedAt < earliest) throw new Refusal('dates-out-of-order', ['decidedAt'])
      await saveAcknowledged(tx, areaId, responseId, { personId, at: recordedAt })
      await saveState(tx, areaId, responseId, state)
      await addDecision(tx, areaId, responseId, { what, decidedAt, recordedAt, recordedBy: personId })
      await dropStep(tx, { areaId, responseId, step: 'page' })
      await parts.audit.record(tx, actor, areaId, {
        action: 'response.decide',
        object: { kind: 'response', id: responseId },
      })
      return { responseId, state }
    })
  })
