import { AreaId, CaseId, NotificationId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { recordsUnder } from '../merge/known-record.ts'
import { requires } from '../rpc.ts'
import { RelatedRow, relatedTo } from './related-row.ts'

const Whose = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('notification'), notificationId: NotificationId }),
  z.strictObject({ kind: z.literal('case'), caseId: CaseId }),
])

/** What other deaths a notification or a case may be related to, without names. Audited before it is answered. */
export const relatedOf = requires('related:read')
  .input(z.strictObject({ areaId: AreaId, whose: Whose }))
  .output(z.strictObject({ rows: z.array(RelatedRow) }))
  .query(({ ctx: { actor, parts }, input: { areaId, whose } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const id = whose.kind === 'case' ? whose.caseId : whose.notificationId
      await parts.audit.record(tx, actor, areaId, { action: 'related.of', object: { kind: whose.kind, id } })
      const about =
        whose.kind === 'case' ? await recordsUnder(tx, areaId, whose.caseId) : [whose.notificationId]
      return { rows: await relatedTo(tx, areaId, about) }
    })
  })
