import { AreaId, OnCallPart, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { onCallAt } from '../on-call/rota-store.ts'
import { WithheldAsFarAsKnown } from '../response-record/record-access.ts'
import { requires } from '../rpc.ts'
import { responsesOf } from './list-responses.ts'
import { loudPaging } from './paging-state.ts'

/** What stands loudly on the coordinators’ desk: pages nobody has answered, and parts nobody is on call for. */
export const pagingAlerts = requires('response:read')
  .input(z.strictObject({ areaId: AreaId, withheld: WithheldAsFarAsKnown }))
  .output(z.strictObject({ unanswered: z.int(), nobodyOnCall: z.array(OnCallPart) }))
  .query(({ ctx: { actor, parts }, input: { areaId, withheld } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const now = parts.clock.now()
      const { rows } = await responsesOf(tx, { areaId, withheld, view: 'open', page: 1 }, now)
      const onCall = await onCallAt(tx, areaId, now)
      await parts.audit.record(tx, actor, areaId, {
        action: 'response.alerts',
        object: { kind: 'area', id: areaId },
      })
      return {
        unanswered: rows.filter(({ paging }) => loudPaging.includes(paging)).length,
        nobodyOnCall: OnCallPart.options.filter((part) => onCall[part] === null),
      }
    })
  })
