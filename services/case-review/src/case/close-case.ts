import {
  AreaId,
  CaseId,
  londonDate,
  PlainDate,
  Refusal,
  requireClosing,
  requireConfirmed,
} from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { requireFamilyAnswered } from '../family/require-answered.ts'
import { submissionsOf } from '../national-submission/submission-store.ts'
import { reopeningsOf } from '../reopening/reopening-store.ts'
import { requires } from '../rpc.ts'
import { markClosed } from './case-steps.ts'
import { setNextClock } from './case-store.ts'

/**
 * Closes a reviewed case once the national database has its forms: on the day of the receipt when they were sent from here,
 * else on the day somebody says they were sent. One reviewed before the national database began is closed without a day.
 * @throws Refusal `national-database-told` for another day than the receipt's; `national-day-missing`,
 * `not-for-national-database`; `not-confirmed`, `family-questions-open`,
 * `not-allowed-in-this-state`, `date-in-future`, `dates-out-of-order`
 */
export const closeCase = requires('case:close')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      nationalSubmissionOn: PlainDate.nullable(),
      key: AttemptKey,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, nationalSubmissionOn: submittedOn } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'case.close', input, outcome: z.null() },
      async (tx) => {
        const seen = await seeCase(tx, person, areaId, caseId, { lock: true })
        requireClass(seen, 'agency-return')
        const { reviewedOn } = seen.found
        if (reviewedOn === null) throw new Refusal('not-allowed-in-this-state')
        requireConfirmed(seen.found)
        requireClosing(seen.found, submittedOn)
        await requireFamilyAnswered(tx, areaId, seen.found)
        const today = parts.clock.today()
        const [reopening] = await reopeningsOf(tx, areaId, caseId)
        // What was acknowledged before the review began again was of what the panel agreed before.
        const receipt = (await submissionsOf(tx, areaId, [caseId])).find(
          (one) =>
            one.kind === 'analysis' &&
            one.state === 'acknowledged' &&
            (reopening === undefined || one.queuedAt > reopening.recordedAt),
        )
        const receivedOn = receipt?.settledAt ? londonDate(receipt.settledAt) : null
        if (receivedOn !== null && submittedOn !== receivedOn) throw new Refusal('national-database-told')
        if (submittedOn !== null && submittedOn > today) {
          throw new Refusal('date-in-future', ['nationalSubmissionOn'])
        }
        if (submittedOn !== null && submittedOn < reviewedOn) {
          throw new Refusal('dates-out-of-order', ['nationalSubmissionOn'])
        }
        await markClosed(tx, areaId, seen.found, { submittedOn, at: parts.clock.now(), by: person.personId })
        await setNextClock(tx, areaId, caseId)
        await parts.audit.record(tx, actor, areaId, {
          action: 'case.close',
          object: { kind: 'case', id: caseId },
        })
        await parts.publisher.publish(tx, actor, areaId, {
          type: 'case.closed.v1',
          subject: caseId,
          payload: { caseId, closedOn: today },
        })
        return null
      },
    )
  })
