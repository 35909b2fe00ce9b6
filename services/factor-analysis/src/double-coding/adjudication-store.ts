import type { Db } from '@cdop/database'
import { type AreaId, PersonId, PlainDate, SecondCodingId, ThirdAnswer, text } from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'

/** Why one of two codings holds, or neither does. */
export const AdjudicationReason = text(2_000)

/** Which of the two holds, or a third answer. */
export const Holds = z.enum(['first', 'second', 'third'])
type Holds = z.infer<typeof Holds>

const StoredAdjudication = z.object({
  holds: Holds,
  sealedReason: z.instanceof(Buffer),
  sealedThird: z.instanceof(Buffer).nullable(),
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
  settled: {
    codingId: SecondCodingId
    holds: Holds
    third: ThirdAnswer | null
    reason: string
    by: PersonId
    on: PlainDate
  },
): Promise<boolean> {
  const { codingId, holds, third, reason, by, on } = settled
  const sealed = cipher.sealJson(tableOf(codingId), 'sealed_reason', reason)
  const sealedThird = third && cipher.sealJson(tableOf(codingId), 'sealed_third', third)
  const rows = await tx`
    insert into factor_analysis.adjudications (area_id, coding_id, holds, sealed_reason, sealed_third, adjudicated_by,
      adjudicated_on)
    values (${areaId}, ${codingId}, ${holds}, ${sealed}, ${sealedThird}, ${by}, ${on})
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
    select holds, sealed_reason, sealed_third, adjudicated_by, adjudicated_on from factor_analysis.adjudications
    where area_id = ${areaId} and coding_id = ${codingId}
  `
  return row === undefined ? null : StoredAdjudication.parse(row)
}

export const openReasonOf = (
  cipher: SubjectCipher,
  codingId: SecondCodingId,
  { sealedReason }: StoredAdjudication,
): string => z.string().parse(cipher.openJson(tableOf(codingId), 'sealed_reason', sealedReason))

/** What holds where neither coding does; null where one of them does. */
export const openThirdOf = (
  cipher: SubjectCipher,
  codingId: SecondCodingId,
  { sealedThird }: StoredAdjudication,
): ThirdAnswer | null =>
  sealedThird && ThirdAnswer.parse(cipher.openJson(tableOf(codingId), 'sealed_third', sealedThird))

/** Which second codings of the area were settled. */
export async function adjudicatedCodings(tx: Db, areaId: AreaId): Promise<ReadonlySet<SecondCodingId>> {
  const rows = await tx`select coding_id from factor_analysis.adjudications where area_id = ${areaId}`
  return new Set(rows.map((row) => SecondCodingId.parse(row['codingId'])))
}
