import type { Db } from '@cdop/database'
import { type AreaId, type CaseId, Instant, PersonId, Told, ToldRecipient } from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'

/** One entry about one recipient: the newest counts, the earlier ones are kept. */
export const ToldEntry = z.strictObject({
  recipient: ToldRecipient,
  entry: z.number().int().positive(),
  told: Told,
  recordedBy: PersonId,
  recordedAt: Instant,
})
export type ToldEntry = z.infer<typeof ToldEntry>

const Row = z.object({
  recipient: ToldRecipient,
  entry: z.number().int(),
  outcome: Told.options[0].shape.outcome.or(Told.options[1].shape.outcome),
  toldBy: z.instanceof(Uint8Array).nullable(),
  toldOn: z.string().nullable(),
  reason: z.string().nullable(),
  recordedBy: z.string(),
  recordedAt: z.string(),
})

/** The name is bound to its recipient and entry: it opens as no other's. */
const tableOf = (recipient: ToldRecipient, entry: number) => `told_entries/${recipient}/${entry}`

/** Everything recorded about a case, each recipient's newest entry first. */
export async function toldEntries(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  caseId: CaseId,
): Promise<ToldEntry[]> {
  const rows = await tx`
    select recipient, entry, outcome, told_by, told_on, reason, recorded_by, recorded_at
    from case_review.told_entries
    where area_id = ${areaId} and case_id = ${caseId} order by recipient, entry desc
  `
  return rows.map((found) => {
    const { recipient, entry, outcome, toldBy, toldOn, reason, ...recorded } = Row.parse(found)
    const told =
      outcome === 'told'
        ? { outcome, by: toldBy && cipher.openJson(tableOf(recipient, entry), 'told_by', toldBy), on: toldOn }
        : { outcome, reason }
    return ToldEntry.parse({ recipient, entry, told, ...recorded })
  })
}

/** Which recipients something is recorded about: told, or not needed. */
export async function recipientsRecorded(
  tx: Db,
  areaId: AreaId,
  caseId: CaseId,
): Promise<Map<ToldRecipient, number>> {
  const rows = await tx`
    select recipient, max(entry) as entry from case_review.told_entries
    where area_id = ${areaId} and case_id = ${caseId} group by recipient
  `
  const Newest = z.object({ recipient: ToldRecipient, entry: z.number().int() })
  return new Map(rows.map((row) => Newest.parse(row)).map(({ recipient, entry }) => [recipient, entry]))
}

export async function addToldEntry(
  tx: Db,
  cipher: SubjectCipher,
  { areaId, caseId }: { areaId: AreaId; caseId: CaseId },
  { recipient, entry, told, recordedBy, recordedAt }: ToldEntry,
): Promise<void> {
  const by = told.outcome === 'told' ? cipher.sealJson(tableOf(recipient, entry), 'told_by', told.by) : null
  await tx`
    insert into case_review.told_entries (area_id, case_id, recipient, entry, outcome, told_by, told_on, reason,
      recorded_by, recorded_at)
    values (${areaId}, ${caseId}, ${recipient}, ${entry}, ${told.outcome}, ${by},
      ${told.outcome === 'told' ? told.on : null}, ${told.outcome === 'not-needed' ? told.reason : null},
      ${recordedBy}, ${recordedAt})
  `
}

/** Keeps the count the worklist shows. */
export async function saveNotTold(tx: Db, areaId: AreaId, caseId: CaseId, notTold: number): Promise<void> {
  await tx`
    update case_review.cases set not_told = ${notTold} where area_id = ${areaId} and case_id = ${caseId}
  `
}
