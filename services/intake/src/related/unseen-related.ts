import { AreaId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requirePerson } from '../identity/require-person.ts'
import { requires } from '../rpc.ts'
import { RelatedRow, relatedUnseenBy } from './related-row.ts'

/** Other deaths in a household that this designated doctor has not yet said to have seen: they stand until then. */
export const unseenRelated = requires('related:acknowledge')
  .input(z.strictObject({ areaId: AreaId }))
  .output(z.strictObject({ rows: z.array(RelatedRow) }))
  .query(({ ctx: { actor, parts }, input: { areaId } }) => {
    requireArea(actor, areaId)
    const { personId } = requirePerson(actor)
    return parts.database.transaction(actor, async (tx) => {
      await parts.audit.record(tx, actor, areaId, {
        action: 'related.unseen',
        object: { kind: 'area', id: areaId },
      })
      return { rows: await relatedUnseenBy(tx, areaId, personId) }
    })
  })
