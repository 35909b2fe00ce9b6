import { randomUUID } from 'node:crypto'
import { AreaId, Instant, Refusal, ResponseId } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../on-call/require-person.ts'
import { requires } from '../rpc.ts'
import { addBegun, BegunContent } from './before-death.ts'
import { addDecision } from './decision-store.ts'

const Outcome = z.strictObject({ responseId: ResponseId })

/**
 * Begins a response for a child who was brought in near death and is expected to die (domain reference 1.3). It is no
 * notification: no other service hears of it.
 * @throws Refusal `date-in-future`
 */
export const beginResponse = requires('response:follow')
  .input(
    z.strictObject({ areaId: AreaId, key: AttemptKey, content: BegunContent, decidedAt: Instant.nullable() }),
  )
  .output(Outcome)
  .mutation(({ ctx, input }) => {
    const { actor, parts } = ctx
    const { areaId, content } = input
    const { personId } = requirePerson(actor)
    const at = parts.clock.now()
    const decidedAt = input.decidedAt ?? at
    if (decidedAt > at) throw new Refusal('date-in-future', ['decidedAt'])
    if (content.dateOfBirth !== null && content.dateOfBirth > parts.clock.today()) {
      throw new Refusal('date-in-future', ['dateOfBirth'])
    }
    return changeOnce(ctx, { procedure: 'response.begin', areaId, input, outcome: Outcome }, async (tx) => {
      const responseId = ResponseId.parse(randomUUID())
      await addBegun(tx, parts.keys, { areaId, responseId, content, at })
      const made = { what: { decision: 'start' as const }, decidedAt, recordedAt: at, recordedBy: personId }
      await addDecision(tx, areaId, responseId, made)
      await parts.audit.record(tx, actor, areaId, {
        action: 'response.begin',
        object: { kind: 'response', id: responseId },
        fieldClasses: ['identity'],
      })
      return { responseId }
    })
  })
