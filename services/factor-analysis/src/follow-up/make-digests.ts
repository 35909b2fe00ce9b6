import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import {
  type AreaId,
  OwnerDigestId,
  type PlainDate,
  remindedOf,
  type ServiceActor,
  weekOf,
} from '@cdop/domain'
import type { ServiceParts } from '@cdop/service'
import type { StoredAction } from '../action/action-store.ts'
import { isFollowed } from '../action/agree-action.ts'
import type { Addressee, StoredRecommendation } from '../recommendation/recommendation-store.ts'
import { addDigest, hasDigests } from './digest-store.ts'

type Followed = { recommendation: StoredRecommendation; actions: readonly StoredAction[] }
type Line = { owner: Addressee; reference: string; dueOn: PlainDate; overdue: boolean }

/** What somebody owes today, or soon, of what is followed. */
function linesOf({ recommendation, actions }: Followed, today: PlainDate): Line[] {
  const { addressee, reference, state, dueOn } = recommendation
  if (!isFollowed(state)) return []
  const owed = [
    { owner: addressee, reference, state, dueOn },
    ...actions.map((one) => ({ ...one, reference: `${reference} action ${one.number}` })),
  ]
  return owed.flatMap((one) => {
    const reminded = remindedOf(one, today)
    if (reminded === null || one.owner === null || one.dueOn === null) return []
    return [{ owner: one.owner, reference: one.reference, dueOn: one.dueOn, overdue: reminded === 'overdue' }]
  })
}

/**
 * Makes the digests of a week, one for each owner, and has them mailed: references, days and counts alone. Those of a week
 * are made once.
 */
export async function makeDigests(
  tx: Db,
  {
    parts,
    self,
    areaId,
    today,
  }: { parts: ServiceParts; self: ServiceActor; areaId: AreaId; today: PlainDate },
  followed: readonly Followed[],
): Promise<void> {
  const week = weekOf(today)
  if (await hasDigests(tx, areaId, week)) return
  const lines = followed.flatMap((one) => linesOf(one, today))
  for (const [organisationId, own] of Map.groupBy(lines, ({ owner }) => owner.organisationId)) {
    const [first] = own
    if (first === undefined) continue
    const digestId = OwnerDigestId.parse(randomUUID())
    const overdue = own.filter((line) => line.overdue).length
    const counted = { overdue, due: own.length - overdue, madeOn: today }
    if (!(await addDigest(tx, areaId, digestId, { weekOf: week, owner: first.owner, ...counted }))) continue
    await parts.publisher.publish(tx, self, areaId, {
      type: 'owner-digest.made.v1',
      subject: digestId,
      payload: {
        digestId,
        organisationId,
        lines: own
          .map(({ reference, dueOn }) => ({ reference, dueOn }))
          .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)),
      },
    })
    await parts.audit.record(tx, self, areaId, {
      action: 'owner-digest.make',
      object: { kind: 'owner-digest', id: digestId },
    })
  }
}
