import type { Db } from '@cdop/database'
import {
  type AreaId,
  Instant,
  PackId,
  PackState,
  PackWithdrawal,
  PanelMeetingId,
  PersonId,
  Refusal,
} from '@cdop/domain'
import { type KeyProvider, newDataKey, type SubjectCipher, subjectCipher } from '@cdop/encryption'
import { z } from 'zod'

/** A version of a meeting's pack as it lies in the table; no text of it. */
export const PackRow = z.strictObject({
  packId: PackId,
  panelMeetingId: PanelMeetingId,
  version: z.int().positive(),
  state: PackState,
  askedBy: PersonId,
  askedAt: Instant,
  builtAt: Instant.nullable(),
  signedBy: PersonId.nullable(),
  signedAt: Instant.nullable(),
  releasedBy: PersonId.nullable(),
  releasedAt: Instant.nullable(),
  expiresAfterDays: z.int().nullable(),
  withdrawnBy: PersonId.nullable(),
  withdrawnAt: Instant.nullable(),
  withdrawnBecause: PackWithdrawal.nullable(),
  destroyedAt: Instant.nullable(),
})
export type PackRow = z.infer<typeof PackRow>

const columns = (tx: Db) => tx`
  pack_id, panel_meeting_id, version, state, asked_by, asked_at, built_at, signed_by, signed_at, released_by,
  released_at, expires_after_days, withdrawn_by, withdrawn_at, withdrawn_because, destroyed_at
`

/** The versions of a meeting's pack, the newest first. */
export async function packsOf(tx: Db, areaId: AreaId, panelMeetingId: PanelMeetingId): Promise<PackRow[]> {
  const rows = await tx`
    select ${columns(tx)} from case_review.packs
    where area_id = ${areaId} and panel_meeting_id = ${panelMeetingId} order by version desc
  `
  return rows.map((row) => PackRow.parse({ ...row }))
}

/** The version, or null where the transaction sees none; locked until its end when `lock` is set. */
export async function findPack(
  tx: Db,
  areaId: AreaId,
  packId: PackId,
  { lock = false }: { lock?: boolean } = {},
): Promise<PackRow | null> {
  const [row] = await tx`
    select ${columns(tx)} from case_review.packs where area_id = ${areaId} and pack_id = ${packId}
    ${lock ? tx`for update` : tx``}
  `
  return row === undefined ? null : PackRow.parse({ ...row })
}

/** The version, locked. @throws Refusal `not-found` */
export async function lockPack(tx: Db, areaId: AreaId, packId: PackId): Promise<PackRow> {
  const pack = await findPack(tx, areaId, packId, { lock: true })
  if (pack === null) throw new Refusal('not-found')
  return pack
}

type NewPack = Pick<PackRow, 'packId' | 'panelMeetingId' | 'version' | 'askedBy' | 'askedAt'>

/** Begins a version. */
export async function insertPack(
  tx: Db,
  areaId: AreaId,
  { packId, panelMeetingId, version, askedBy, askedAt }: NewPack,
): Promise<void> {
  await tx`
    insert into case_review.packs (area_id, pack_id, panel_meeting_id, version, state, asked_by, asked_at)
    values (${areaId}, ${packId}, ${panelMeetingId}, ${version}, 'building', ${askedBy}, ${askedAt})
  `
}

/** Makes the key the texts of a pack are sealed with: it is there from the release until it is destroyed. */
export async function newPackCipher(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  packId: PackId,
): Promise<SubjectCipher> {
  const wrapped = newDataKey(keys, areaId, packId)
  await tx`
    insert into case_review.data_keys (area_id, subject, wrapped) values (${areaId}, ${packId}, ${wrapped})
  `
  return subjectCipher(keys, areaId, packId, wrapped)
}

/** Seals and opens the texts of a pack; null before its release and once its key is destroyed. */
export async function packCipher(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  packId: PackId,
): Promise<SubjectCipher | null> {
  const [row] = await tx<{ wrapped: Buffer }[]>`
    select wrapped from case_review.data_keys where area_id = ${areaId} and subject = ${packId}
  `
  return row === undefined ? null : subjectCipher(keys, areaId, packId, row.wrapped)
}

/** Goes from one state to the next. @throws Error where the table of states has no such step */
export async function stepPack(tx: Db, areaId: AreaId, packId: PackId, to: PackState): Promise<void> {
  await tx`
    update case_review.packs set state = ${to} where area_id = ${areaId} and pack_id = ${packId} and state <> ${to}
  `
}

/** Takes a version out of use at once; `by` nobody where a newer one took its place. */
export async function withdraw(
  tx: Db,
  areaId: AreaId,
  packId: PackId,
  { by, at, because }: { by: PersonId | null; at: Instant; because: PackWithdrawal },
): Promise<void> {
  await tx`
    update case_review.packs
    set state = 'withdrawn', withdrawn_by = ${by}, withdrawn_at = ${at}, withdrawn_because = ${because}
    where area_id = ${areaId} and pack_id = ${packId}
  `
}
