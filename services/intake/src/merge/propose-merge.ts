import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import { AreaId, DuplicateReviewId, MergeId, NotificationId, Refusal } from '@cdop/domain'
import { subjectCipher } from '@cdop/encryption'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { findReview } from '../duplicate-review/review-store.ts'
import { reviewedRecords } from '../duplicate-review/reviewed-records.ts'
import { PassToken } from '../identity/read-identity.ts'
import { requirePass } from '../identity/require-pass.ts'
import { requirePerson } from '../identity/require-person.ts'
import { findNotification } from '../notification/notification-store.ts'
import type { Parts } from '../parts.ts'
import { requires } from '../rpc.ts'
import { openTransferOf } from '../transfer/transfer-store.ts'
import { casesOf, type KnownRecord, type MergedIdentity } from './known-record.ts'
import { requireMergeable } from './may-merge.ts'
import { addMerge, lockMerges, lockRecords, proposalWaits } from './merge-store.ts'
import { factsOf, mergedIdentity, Provenance } from './merged-identity.ts'

const Proposal = z.strictObject({
  areaId: AreaId,
  reviewId: DuplicateReviewId,
  key: AttemptKey,
  /** The record that goes on; the other resolves to it. */
  surviving: NotificationId,
  provenance: Provenance,
  pass: PassToken.exactOptional(),
})

const Proposed = z.strictObject({ mergeId: MergeId })

/** Which of two records goes on. @throws Refusal `stale` when the chosen one no longer stands for itself */
function chosen(records: readonly [KnownRecord, KnownRecord], surviving: NotificationId) {
  const [one, other] = records
  if (one.notificationId === surviving) return { surviving: one, merged: other }
  if (other.notificationId === surviving) return { surviving: other, merged: one }
  throw new Refusal('stale')
}

/** Seals an identity under the key of the record it is of, as this merge's and no other's. */
async function sealed(
  tx: Db,
  parts: Parts,
  areaId: AreaId,
  surviving: NotificationId,
  content: z.infer<typeof MergedIdentity>,
): Promise<Uint8Array> {
  const { wrapped } = await findNotification(tx, areaId, surviving)
  return subjectCipher(parts.keys, areaId, surviving, wrapped).sealJson('merges', 'identity', content)
}

/**
 * Proposes that one record of a child is taken into another, and from which of the two each field of the identity is
 * kept. Nothing changes until another person confirms it.
 * @throws Refusal `same-child-first`, `merge-under-way`, `different-babies`, `cannot-survive`, `already-one-record`,
 * `dates-out-of-order` and `out-of-scope` when the dates kept cannot be right together
 */
export const proposeMerge = requires('merge:propose')
  .input(Proposal)
  .output(Proposed)
  .mutation(({ ctx, input }) =>
    changeOnce(
      ctx,
      { procedure: 'merge.propose', areaId: input.areaId, input, outcome: Proposed },
      async (tx) => {
        const { actor, parts } = ctx
        const { personId } = requirePerson(actor)
        const { areaId, reviewId, provenance, pass } = input
        await lockMerges(tx, areaId)
        const review = await findReview(tx, areaId, reviewId)
        const [one, other] = await reviewedRecords(tx, parts.keys, areaId, review)
        if (other === undefined) throw new Refusal('not-found')
        await requirePass(parts.keyring, actor, casesOf([one, other]), pass)
        if (review.state !== 'same') throw new Refusal('same-child-first')
        const { surviving, merged } = chosen([one, other], input.surviving)
        const ids = [surviving.notificationId, merged.notificationId]
        await lockRecords(tx, areaId, ids)
        requireMergeable(merged, surviving)
        if (await proposalWaits(tx, areaId, ids)) throw new Refusal('merge-under-way')
        for (const id of ids) {
          if ((await openTransferOf(tx, areaId, id)) !== null) throw new Refusal('transfer-open')
        }

        const identity = mergedIdentity(surviving.identity, merged.identity, provenance)
        const undated = identity.dateOfBirth === null && surviving.identity.dateOfBirth === null
        if (!undated) factsOf(identity, surviving)
        const mergeId = MergeId.parse(randomUUID())
        await addMerge(tx, areaId, {
          id: mergeId,
          reviewId,
          mergedNotificationId: merged.notificationId,
          survivingNotificationId: surviving.notificationId,
          provenance,
          identity: await sealed(tx, parts, areaId, surviving.notificationId, { mergeId, identity }),
          mergedBasedOn: merged.identityFrom,
          survivingBasedOn: surviving.identityFrom,
          proposedBy: personId,
          proposedAt: parts.clock.now(),
        })
        await parts.audit.record(tx, actor, areaId, {
          action: 'merge.propose',
          object: { kind: 'merge', id: mergeId },
          fieldClasses: ['identity'],
        })
        return { mergeId }
      },
    ),
  )
