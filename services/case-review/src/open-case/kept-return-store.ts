import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import {
  type AreaId,
  type CaseId,
  InformationRequestId,
  type Instant,
  OpenCaseReturn,
  PlainDate,
} from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'

const Kept = OpenCaseReturn.pick({ number: true, name: true, version: true, notMapped: true })

/** A form as it was returned elsewhere, and what of it has no place in a form of today. */
export const KeptReturn = z.strictObject({
  informationRequestId: InformationRequestId,
  returnedOn: PlainDate,
  ...Kept.shape,
})
export type KeptReturn = z.infer<typeof KeptReturn>

/** Bound to its own row: it opens as no other's. */
const tableOf = (keptReturnId: string) => `kept_returns/${keptReturnId}`

export async function keepAsReturned(
  tx: Db,
  cipher: SubjectCipher,
  { areaId, informationRequestId }: { areaId: AreaId; informationRequestId: InformationRequestId },
  { number, name, version, notMapped, returnedOn }: OpenCaseReturn,
  at: Instant,
): Promise<void> {
  const keptReturnId = randomUUID()
  const content = cipher.sealJson(tableOf(keptReturnId), 'content', { number, name, version, notMapped })
  await tx`
    insert into case_review.kept_returns (area_id, kept_return_id, information_request_id, returned_on, content,
      recorded_at)
    values (${areaId}, ${keptReturnId}, ${informationRequestId}, ${returnedOn}, ${content}, ${at})
  `
}

/** What some cases of one child brought along, opened, the oldest return first. */
export async function keptReturnsOf(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  caseId: CaseId,
): Promise<KeptReturn[]> {
  const rows = await tx<
    { keptReturnId: string; informationRequestId: string; returnedOn: string; content: Buffer }[]
  >`
    select k.kept_return_id, k.information_request_id, k.returned_on, k.content
    from case_review.information_requests r
    join case_review.kept_returns k
      on k.area_id = r.area_id and k.information_request_id = r.information_request_id
    where r.area_id = ${areaId} and r.case_id = ${caseId} order by k.returned_on, k.kept_return_id
  `
  return rows.map(({ keptReturnId, informationRequestId, returnedOn, content }) =>
    KeptReturn.parse({
      informationRequestId,
      returnedOn,
      ...Kept.parse(cipher.openJson(tableOf(keptReturnId), 'content', content)),
    }),
  )
}
