import { AreaId, PersonId, Refusal, ResponseId } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { lockResponse } from '../joint-agency-response/response-store.ts'
import { requirePerson } from '../on-call/require-person.ts'
import { requires } from '../rpc.ts'
import { leadOf, requireHere, requireNotWithheld, requireRunning, WithheldCases } from './record-access.ts'

/**
 * Takes the lead of a response that is under way: from then on its record is this person's to see and to keep, and no
 * longer the one's before. Written down, so that nobody looks into another's responses unseen.
 * @throws Refusal `stale` when somebody else took it meanwhile, `response-not-running`, `not-found`, also of a
 * response to the death of a child in whom they declared a conflict of interest
 */
export const takeResponseLead = requires('response:write')
  .input(
    z.strictObject({
      areaId: AreaId,
      responseId: ResponseId,
      withheld: WithheldCases,
      key: AttemptKey,
      /** Who led it when this was asked for. */
      from: PersonId.nullable(),
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx, input }) => {
    const { actor, parts } = ctx
    const { areaId, responseId, from } = input
    const { personId } = requirePerson(actor)
    const change = { procedure: 'response.take-lead', areaId, input, outcome: z.null() }
    await changeOnce(ctx, change, async (tx) => {
      const response = await lockResponse(tx, areaId, responseId)
      await requireHere(tx, areaId, response)
      await requireNotWithheld(tx, response, input)
      await requireRunning(tx, areaId, response)
      if ((await leadOf(tx, areaId, responseId)) !== from) throw new Refusal('stale')
      await tx`
        update intake.responses set led_by = ${personId}
        where area_id = ${areaId} and response_id = ${responseId}
      `
      await parts.audit.record(tx, actor, areaId, {
        action: 'response.take-lead',
        object: { kind: 'response', id: responseId },
      })
      return null
    })
  })
