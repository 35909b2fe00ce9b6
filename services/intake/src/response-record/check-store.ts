import type { Db } from '@cdop/database'
import type { AreaId, ResponseId } from '@cdop/domain'
import type { KeyProvider, SubjectCipher } from '@cdop/encryption'
import { cipherOf } from './response-cipher.ts'
import { ResponseCheck } from './response-record.ts'

const tableOf = (responseId: ResponseId, number: number) => `response_checks/${responseId}/${number}`

/** What the designated doctor found, the newest first. @throws Error when the key is gone */
export async function checksOf(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  responseId: ResponseId,
): Promise<ResponseCheck[]> {
  const rows = await tx<{ number: number; lacking: Buffer | null }[]>`
    select number, adequate, lacking, checked_by, checked_at from intake.response_checks
    where area_id = ${areaId} and response_id = ${responseId} order by number desc
  `
  const cipher = await cipherOf(tx, keys, areaId, responseId)
  return rows.map((row) => {
    if (row.lacking === null) return ResponseCheck.parse({ ...row })
    if (cipher === null) throw new Error('the key of the response is missing')
    const lacking = cipher.openJson(tableOf(responseId, row.number), 'lacking', row.lacking)
    return ResponseCheck.parse({ ...row, lacking })
  })
}

export async function addCheck(
  tx: Db,
  cipher: SubjectCipher,
  of: { areaId: AreaId; responseId: ResponseId },
  { number, adequate, lacking, checkedBy, checkedAt }: ResponseCheck,
): Promise<void> {
  const sealed = lacking === null ? null : cipher.sealJson(tableOf(of.responseId, number), 'lacking', lacking)
  await tx`
    insert into intake.response_checks (area_id, response_id, number, adequate, lacking, checked_by, checked_at)
    values (${of.areaId}, ${of.responseId}, ${number}, ${adequate}, ${sealed}, ${checkedBy}, ${checkedAt})
  `
}
