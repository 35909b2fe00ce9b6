import { AreaId, RelatedState, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { RelatedRow, relatedInState } from './related-row.ts'

/** Relations of an area without names. Audited before they are answered. */
export const listRelated = requires('related:read')
  .input(z.strictObject({ areaId: AreaId, state: RelatedState.exclude(['lapsed']) }))
  .output(z.strictObject({ rows: z.array(RelatedRow) }))
  .query(({ ctx: { actor, parts }, input: { areaId, state } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      await parts.audit.record(tx, actor, areaId, {
        action: 'related.list',
        object: { kind: 'area', id: areaId },
      })
      return { rows: await relatedInState(tx, areaId, state) }
    })
  })
