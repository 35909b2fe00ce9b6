import type { Db } from '@cdop/database'
import { type AreaId, type InformationRequestId, text } from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'

/** Who answered for an agency: a name and what they are there. */
export const SaidBy = z.strictObject({ name: text(120), role: text(120) })
export type SaidBy = z.infer<typeof SaidBy>

/** What is sealed is bound to its request. */
const tableOf = (informationRequestId: InformationRequestId) => `information_requests/${informationRequestId}`

export function sealSaidBy(cipher: SubjectCipher, id: InformationRequestId, saidBy: SaidBy): Buffer {
  return cipher.sealJson(tableOf(id), 'said_by', saidBy)
}

/** Who said that an agency knew nothing; null when nobody did. */
export async function findSaidBy(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  id: InformationRequestId,
): Promise<SaidBy | null> {
  const [row] = await tx<{ saidBy: Buffer | null }[]>`
    select said_by from case_review.information_requests
    where area_id = ${areaId} and information_request_id = ${id}
  `
  const sealed = row?.saidBy ?? null
  return sealed === null ? null : SaidBy.parse(cipher.openJson(tableOf(id), 'said_by', sealed))
}
