import { AreaId, ResponseId } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../on-call/require-person.ts'
import { requireNotWithheld, WithheldAsFarAsKnown } from '../response-record/record-access.ts'
import { requires } from '../rpc.ts'
import { dropStep } from './due-steps.ts'
import { lockResponse, saveAcknowledged } from './response-store.ts'

const Outcome = z.strictObject({ responseId: ResponseId })

/**
 * Says that somebody has seen the page: from now on nobody else is paged. The first who says so stays written down;
 * saying it again does no harm.
 */
export const acknowledgePage = requires('response:decide')
  .input(
    z.strictObject({
      areaId: AreaId,
      responseId: ResponseId,
      withheld: WithheldAsFarAsKnown,
      key: AttemptKey,
    }),
  )
  .output(Outcome)
  .mutation(({ ctx, input }) => {
    const { actor, parts } = ctx
    const { areaId, responseId, withheld } = input
    const { personId } = requirePerson(actor)
    const change = {
      procedure: 'response.acknowledge',
      areaId,
      input: { ...input, withheld: null },
      outcome: Outcome,
    }
    return changeOnce(ctx, change, async (tx) => {
      const found = await lockResponse(tx, areaId, responseId)
      await requireNotWithheld(tx, found, { areaId, withheld })
      await saveAcknowledged(tx, areaId, responseId, { personId, at: parts.clock.now() })
      await dropStep(tx, { areaId, responseId, step: 'page' })
      await parts.audit.record(tx, actor, areaId, {
        action: 'response.acknowledge',
        object: { kind: 'response', id: responseId },
      })
      return { responseId }
    })
  })
