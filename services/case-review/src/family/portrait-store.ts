import type { Db } from '@cdop/database'
import {
  type AreaId,
  CaseId,
  FamilyChannel,
  FamilyMemberId,
  Instant,
  PersonId,
  PlainDate,
  PortraitWish,
  text,
} from '@cdop/domain'
import type { KeyProvider } from '@cdop/encryption'
import { z } from 'zod'
import { caseCipher } from '../case/case-store.ts'

/** Who a child was, in the words of the family. */
export const PortraitWords = text(10_000)

/** The portrait as it stands; without words once the family withdrew it. */
export const FamilyPortrait = z.strictObject({
  wish: PortraitWish,
  /** Which parent or carer told it, or withdrew it; null for the family together. */
  toldBy: FamilyMemberId.nullable(),
  toldOn: PlainDate,
  channel: FamilyChannel.nullable(),
  words: PortraitWords.nullable(),
  recordedBy: PersonId,
  recordedAt: Instant,
})
export type FamilyPortrait = z.infer<typeof FamilyPortrait>

const tableOf = (caseId: CaseId, entry: number) => `family_portraits/${caseId}/${entry}`

/** The portrait of a child as it stands, opened, and how many versions there are; null before the first. */
export async function portraitOf(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  caseIds: readonly CaseId[],
): Promise<{ portrait: FamilyPortrait | null; version: number }> {
  const rows = await tx<{ caseId: string; entry: number; words: Buffer | null }[]>`
    select case_id, entry, wish, told_by, told_on, channel, words, recorded_by, recorded_at
    from case_review.family_portraits
    where area_id = ${areaId} and case_id = any (${[...caseIds]}::uuid[])
    order by recorded_at desc, entry desc, case_id
  `
  const [newest] = rows
  if (newest === undefined) return { portrait: null, version: 0 }
  const { caseId: place, entry, words, ...rest } = newest
  const caseId = CaseId.parse(place)
  const cipher = await caseCipher(tx, keys, areaId, caseId)
  const opened = words === null ? null : cipher.openJson(tableOf(caseId, entry), 'words', words)
  return { portrait: FamilyPortrait.parse({ ...rest, words: opened }), version: rows.length }
}

/** Which case the portrait that stands is kept with; null before the first. */
export async function placeOfPortrait(
  tx: Db,
  areaId: AreaId,
  caseIds: readonly CaseId[],
): Promise<CaseId | null> {
  const [row] = await tx`
    select case_id from case_review.family_portraits
    where area_id = ${areaId} and case_id = any (${[...caseIds]}::uuid[])
    order by recorded_at desc, entry desc, case_id limit 1
  `
  return row === undefined ? null : CaseId.parse(row['caseId'])
}

/** Adds a version; those before it stay. The case is locked, so entries follow one another. */
export async function addPortrait(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  caseId: CaseId,
  { wish, toldBy, toldOn, channel, words, recordedBy, recordedAt }: FamilyPortrait,
): Promise<void> {
  const [last] = await tx<{ entry: number }[]>`
    select coalesce(max(entry), 0) as entry from case_review.family_portraits
    where area_id = ${areaId} and case_id = ${caseId}
  `
  const entry = (last?.entry ?? 0) + 1
  const cipher = await caseCipher(tx, keys, areaId, caseId)
  const sealed = words === null ? null : cipher.sealJson(tableOf(caseId, entry), 'words', words)
  await tx`
    insert into case_review.family_portraits (area_id, case_id, entry, wish, told_by, told_on, channel, words,
      recorded_by, recorded_at)
    values (${areaId}, ${caseId}, ${entry}, ${wish}, ${toldBy}, ${toldOn}, ${channel}, ${sealed}, ${recordedBy},
      ${recordedAt})
  `
}
