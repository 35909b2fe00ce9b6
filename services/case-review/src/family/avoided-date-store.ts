import type { Db } from '@cdop/database'
import { type AreaId, AvoidedDate, AvoidedDateId, type CaseId, Instant, PersonId } from '@cdop/domain'
import type { KeyProvider, SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'
import { caseCipher } from '../case/case-store.ts'

/** A day of the year to avoid, as it was recorded. */
export const KeptAvoidedDate = z.strictObject({
  avoidedDateId: AvoidedDateId,
  avoided: AvoidedDate,
  recordedBy: PersonId,
  recordedAt: Instant,
})
export type KeptAvoidedDate = z.infer<typeof KeptAvoidedDate>

const tableOf = (avoidedDateId: string) => `avoided_dates/${avoidedDateId}`

/** The days of the year to avoid, in the order of the calendar; what was removed is left out. */
export async function avoidedDatesOf(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  caseIds: readonly CaseId[],
): Promise<KeptAvoidedDate[]> {
  const rows = await tx<{ caseId: CaseId; avoidedDateId: string; avoided: Buffer }[]>`
    select case_id, avoided_date_id, avoided, recorded_by, recorded_at from case_review.avoided_dates
    where area_id = ${areaId} and case_id = any (${[...caseIds]}::uuid[]) and removed_at is null
    order by recorded_at, avoided_date_id
  `
  const kept: KeptAvoidedDate[] = []
  for (const { caseId, avoided, ...row } of rows) {
    const cipher = await caseCipher(tx, keys, areaId, caseId)
    const opened = cipher.openJson(tableOf(row.avoidedDateId), 'avoided', avoided)
    kept.push(KeptAvoidedDate.parse({ ...row, avoided: opened }))
  }
  return kept.sort((one, other) => place(one) - place(other))
}

const place = ({ avoided }: KeptAvoidedDate) => avoided.month * 100 + avoided.day

export async function addAvoidedDate(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  caseId: CaseId,
  { avoidedDateId, avoided, recordedBy, recordedAt }: KeptAvoidedDate,
): Promise<void> {
  await tx`
    insert into case_review.avoided_dates (area_id, avoided_date_id, case_id, avoided, recorded_by, recorded_at)
    values (${areaId}, ${avoidedDateId}, ${caseId}, ${cipher.sealJson(tableOf(avoidedDateId), 'avoided', avoided)},
      ${recordedBy}, ${recordedAt})
  `
}

/** False when there is no such date of these cases that counts. */
export async function removeAvoidedDate(
  tx: Db,
  areaId: AreaId,
  { caseIds, avoidedDateId }: { caseIds: readonly CaseId[]; avoidedDateId: AvoidedDateId },
  { by, at }: { by: PersonId; at: Instant },
): Promise<boolean> {
  const removed = await tx`
    update case_review.avoided_dates set removed_by = ${by}, removed_at = ${at}
    where area_id = ${areaId} and avoided_date_id = ${avoidedDateId} and removed_at is null
      and case_id = any (${[...caseIds]}::uuid[])
    returning avoided_date_id
  `
  return removed.length > 0
}
