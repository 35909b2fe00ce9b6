import type { Db } from '@cdop/database'
import {
  type AreaId,
  type Instant,
  OrganisationId,
  OrganisationKind,
  type OwnerDigestId,
  PlainDate,
} from '@cdop/domain'
import { z } from 'zod'
import type { Addressee } from '../recommendation/recommendation-store.ts'

/** What an organisation was reminded of in one week. */
export const OwnerDigest = z.strictObject({
  weekOf: PlainDate,
  organisationId: OrganisationId,
  kind: OrganisationKind,
  overdue: z.int(),
  due: z.int(),
  /** Null while the mail has not left. */
  outcome: z.enum(['sent', 'no-mailbox']).nullable(),
})
type OwnerDigest = z.infer<typeof OwnerDigest>

/** @returns false when the organisation had its digest of the week */
export async function addDigest(
  tx: Db,
  areaId: AreaId,
  digestId: OwnerDigestId,
  {
    weekOf,
    owner,
    overdue,
    due,
    madeOn,
  }: Pick<OwnerDigest, 'weekOf' | 'overdue' | 'due'> & { owner: Addressee; madeOn: PlainDate },
): Promise<boolean> {
  const added = await tx`
    insert into factor_analysis.owner_digests (area_id, digest_id, week_of, organisation_id, organisation_kind, overdue,
      due, made_on)
    values (${areaId}, ${digestId}, ${weekOf}, ${owner.organisationId}, ${owner.kind}, ${overdue}, ${due}, ${madeOn})
    on conflict do nothing returning 1
  `
  return added.length > 0
}

/** Whether the digests of a week were made: what an owner comes to owe after that waits for the next. */
export async function hasDigests(tx: Db, areaId: AreaId, week: PlainDate): Promise<boolean> {
  const rows = await tx`
    select from factor_analysis.owner_digests where area_id = ${areaId} and week_of = ${week} limit 1
  `
  return rows.length > 0
}

/** What became of a mail: the first that is heard of stays. */
export async function markDigest(
  tx: Db,
  areaId: AreaId,
  digestId: OwnerDigestId,
  { outcome, at }: { outcome: 'sent' | 'no-mailbox'; at: Instant },
): Promise<void> {
  await tx`
    update factor_analysis.owner_digests set outcome = ${outcome}, outcome_at = ${at}
    where area_id = ${areaId} and digest_id = ${digestId} and outcome is null
  `
}

/** The digests of the newest week there are any of, by organisation. */
export async function newestDigests(tx: Db, areaId: AreaId): Promise<OwnerDigest[]> {
  const rows = await tx`
    select week_of, organisation_id, organisation_kind as kind, overdue, due, outcome from factor_analysis.owner_digests
    where area_id = ${areaId}
      and week_of = (select max(week_of) from factor_analysis.owner_digests where area_id = ${areaId})
    order by overdue desc, organisation_id
  `
  return rows.map((row) => OwnerDigest.parse({ ...row }))
}
