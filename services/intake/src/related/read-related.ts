import { AreaId, RelatedId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { KnownIdentity } from '../identity/child-identity.ts'
import { PassToken } from '../identity/read-identity.ts'
import { requirePass } from '../identity/require-pass.ts'
import { openRecord } from '../merge/known-record.ts'
import { requires } from '../rpc.ts'
import { casesOfRelated, findRelated, RelatedRow } from './related-row.ts'

/**
 * Two children who may be related, and who they are. Of a child who has a case that is not said without a pass for the
 * case. Audited before it is answered.
 */
export const readRelated = requires('related:read')
  .input(z.strictObject({ areaId: AreaId, relatedId: RelatedId, pass: PassToken.exactOptional() }))
  .output(
    z.strictObject({
      related: RelatedRow,
      /** In the order of `children`; null without a pass where one is needed. */
      identities: z.tuple([KnownIdentity, KnownIdentity]).nullable(),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, relatedId, pass } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const related = await findRelated(tx, areaId, relatedId)
      const cases = casesOfRelated(related)
      if (pass !== undefined) await requirePass(parts.keyring, actor, cases, pass)
      const disclosed = pass !== undefined || cases.length === 0
      const fieldClasses: 'identity'[] = disclosed ? ['identity'] : []
      await parts.audit.record(
        tx,
        actor,
        areaId,
        { action: 'related.read', object: { kind: 'related', id: relatedId }, fieldClasses },
        ...(disclosed ? cases : []).map((id) => ({
          action: 'related.read',
          object: { kind: 'case', id },
          fieldClasses,
        })),
      )
      if (!disclosed) return { related, identities: null }
      const [one, other] = related.children
      const records = [
        await openRecord(tx, parts.keys, areaId, one.notificationId),
        await openRecord(tx, parts.keys, areaId, other.notificationId),
      ] as const
      return { related, identities: [records[0].identity, records[1].identity] as const }
    })
  })
