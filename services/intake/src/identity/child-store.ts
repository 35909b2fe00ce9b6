import type { Db } from '@cdop/database'
import { type AreaId, CaseId, MergeId, NotificationId, Refusal } from '@cdop/domain'
import { type KeyProvider, subjectCipher } from '@cdop/encryption'
import { z } from 'zod'
import { openMerged, openRecord, recordsUnder } from '../merge/known-record.ts'
import { ChildIdentity } from './child-identity.ts'

/**
 * Opens who the children of these cases are, in the order asked.
 * @throws Refusal `not-found` when any of them is not a case of the area, or was reported in error
 */
export async function openIdentities(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  caseIds: readonly CaseId[],
): Promise<readonly (ChildIdentity & { caseId: CaseId })[]> {
  const rows = await tx`
    select h.case_id, h.identity, k.wrapped, c.notification_id, m.id as merge_id, m.identity as merged,
      nk.wrapped as merged_wrapped
    from intake.children h
    join intake.data_keys k on k.area_id = h.area_id and k.subject = h.case_id
    join intake.cases c on c.area_id = h.area_id and c.case_id = h.case_id
    left join lateral (
      select id, identity, surviving_notification_id from intake.merges
      where area_id = h.area_id and surviving_notification_id = c.notification_id and state = 'confirmed'
      order by confirmed_as desc limit 1
    ) m on true
    left join intake.data_keys nk on nk.area_id = h.area_id and nk.subject = m.surviving_notification_id
    where h.area_id = ${areaId} and h.case_id = any (${[...caseIds]}::uuid[]) and h.hidden_at is null
  `
  const found = new Map(rows.map((row) => ChildRow.parse(row)).map((row) => [row.caseId, row]))
  return caseIds.map((caseId) => {
    const row = found.get(caseId)
    if (row === undefined) throw new Refusal('not-found')
    return { caseId, ...identityIn(keys, areaId, row) }
  })
}

const ChildRow = z.object({
  caseId: CaseId,
  notificationId: NotificationId,
  identity: z.instanceof(Uint8Array),
  wrapped: z.instanceof(Uint8Array),
  mergeId: MergeId.nullable(),
  merged: z.instanceof(Uint8Array).nullable(),
  mergedWrapped: z.instanceof(Uint8Array).nullable(),
})

/** What a merge in force says of the child, or else what the case itself holds. */
function identityIn(keys: KeyProvider, areaId: AreaId, row: z.infer<typeof ChildRow>): ChildIdentity {
  const { caseId, notificationId, merged, mergedWrapped: wrapped, mergeId } = row
  if (merged !== null && wrapped !== null) {
    return ChildIdentity.parse(openMerged(keys, { areaId, notificationId, wrapped, mergeId, merged }))
  }
  const cipher = subjectCipher(keys, areaId, caseId, row.wrapped)
  return ChildIdentity.parse(cipher.openJson('children', 'identity', row.identity))
}

/**
 * Every identity under which the children of these cases were ever known: of the case, of each record merged into it,
 * and as merged. What is looked for in a text so that no other spelling slips through.
 * @throws Refusal `not-found`
 */
export async function openEveryIdentity(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  caseIds: readonly CaseId[],
): Promise<readonly (ChildIdentity & { caseId: CaseId })[]> {
  const every = [...(await openIdentities(tx, keys, areaId, caseIds))]
  for (const caseId of caseIds) {
    for (const notificationId of await recordsUnder(tx, areaId, caseId)) {
      const { ownIdentity, identity } = await openRecord(tx, keys, areaId, notificationId)
      for (const { dateOfBirth, ...known } of [ownIdentity, identity]) {
        if (dateOfBirth !== null) every.push({ caseId, ...known, dateOfBirth })
      }
    }
  }
  return every
}
