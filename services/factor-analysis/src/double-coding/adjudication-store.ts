import type { Db } from '@cdop/database'
import { type AreaId, PersonId, PlainDate, SecondCodingId, text } from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'

/** Why one of two codings holds. */
export const AdjudicationReason = text(2_000)

/** Which of the two holds. */
export const Holds = z.enum(['first', 'second'])
export type Holds = z.infer<typeof Holds>

const StoredAdjudication = z.object({
  holds: Holds,
  sealedReason: z.instanceof(Buffer),
  adjudicatedBy: PersonId,
  adjudicatedOn: PlainDate,
})
export type StoredAdjudication = z.infer<typeof StoredAdjudication>

const tableOf = (codingId: SecondCodingId) => `adjudications/${codingId}`

/** Settles what two panels coded differently; false where it was settled already. */
export async function addAdjudication(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  settled: { codingId: SecondCodingId; holds: Holds; reason: string; by: PersonId; on: PlainDate },
): Promise<boolean> {
  const { codingId, holds, reason, by, on } = settled
  const rows = await tx`
    insert into factor_analysis.adjudications (area_id, coding_id, holds, sealed_reason, adjudicated_by, adjudicated_on)
    values (${areaId}, ${codingId}, ${holds}, ${cipher.sealJson(tableOf(codingId), 'sealed_reason', reason)}, ${by}, ${on})
    on conflict do nothing returning coding_id
  `
  return rows.length === 1
}

export async function adjudicationOf(
  tx: Db,
  areaId: AreaId,
  codingId: SecondCodingId,
): Promise<StoredAdjudication | null> {
  const [row] = await tx`
    select holds, sealed_reason, adjudicated_by, adjudicated_on from factor_analysis.adjudications
    where area_id = ${areaId} and coding_id = ${codingId}
  `
  return row === undefined ? null : StoredAdjudication.parse(row)
}

export const openReasonOf = (
  cipher: SubjectCipher,
  codingId: SecondCodingId,
  { sealedReason }: StoredAdjudication,
): string => z.string().parse(cipher.openJson(tableOf(codingId), 'sealed_reason', sealedReason))

/** Which second codings of the area were settled. */
export async function adjudicatedCodings(tx: Db, areaId: AreaId): Promise<ReadonlySet<SecondCodingId>> {
  const rows = await tx`select coding_id from factor_analysis.adjudications where area_id = ${areaId}`
  return new Set(rows.map((row) => SecondCodingId.parse(row['codingId'])))
}
