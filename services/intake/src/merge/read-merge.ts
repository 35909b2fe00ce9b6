import { AreaId, DuplicateReviewId, Instant, MergeId, MergeState, PersonId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { RecordShown, recordShown } from '../duplicate-review/record-shown.ts'
import { PassToken } from '../identity/read-identity.ts'
import { requirePass } from '../identity/require-pass.ts'
import { requires } from '../rpc.ts'
import { casesOf, identityUnder, type KnownRecord, openRecord } from './known-record.ts'
import { findMerge, laterMergeStands } from './merge-store.ts'
import { Provenance } from './merged-identity.ts'

const MergeShown = z.strictObject({
  mergeId: MergeId,
  reviewId: DuplicateReviewId,
  state: MergeState,
  version: z.int(),
  proposedBy: PersonId,
  proposedAt: Instant,
  decidedBy: PersonId.nullable(),
  decidedAt: Instant.nullable(),
  undoneBy: PersonId.nullable(),
  undoneAt: Instant.nullable(),
  provenance: Provenance,
  merged: RecordShown,
  surviving: RecordShown,
  /** Another record was merged later; until that is undone this cannot be. */
  laterMergeStands: z.boolean(),
})

/**
 * A merge: both records as they were when it was proposed, and from which of them each field is kept. Of a child who
 * has a case nothing is shown without a pass. Audited before it is answered.
 */
export const readMerge = requires('duplicate-review:read')
  .input(z.strictObject({ areaId: AreaId, mergeId: MergeId, pass: PassToken.exactOptional() }))
  .output(MergeShown)
  .query(({ ctx: { actor, parts }, input: { areaId, mergeId, pass } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const merge = await findMerge(tx, areaId, mergeId)
      const merged = await openRecord(tx, parts.keys, areaId, merge.mergedNotificationId)
      const surviving = await openRecord(tx, parts.keys, areaId, merge.survivingNotificationId)
      const cases = casesOf([merged, surviving])
      if (pass !== undefined) await requirePass(parts.keyring, actor, cases, pass)
      const disclosed = pass !== undefined || cases.length === 0
      await parts.audit.record(tx, actor, areaId, {
        action: 'merge.read',
        object: { kind: 'merge', id: mergeId },
        fieldClasses: disclosed ? ['identity'] : [],
      })
      const { id, mergedNotificationId, survivingNotificationId, ...shown } = merge
      const { mergedBasedOn, survivingBasedOn, confirmedAs, ...told } = shown
      const was = (record: KnownRecord, basedOn: MergeId | null) =>
        identityUnder(tx, parts.keys, areaId, record, basedOn)
      return {
        ...told,
        mergeId,
        merged: recordShown(merged, await was(merged, mergedBasedOn), disclosed),
        surviving: recordShown(surviving, await was(surviving, survivingBasedOn), disclosed),
        laterMergeStands: merge.state === 'confirmed' && (await laterMergeStands(tx, areaId, merge)),
      }
    })
  })
