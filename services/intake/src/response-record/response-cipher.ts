import type { Db } from '@cdop/database'
import type { AreaId, ResponseId } from '@cdop/domain'
import { type KeyProvider, newDataKey, type SubjectCipher, subjectCipher } from '@cdop/encryption'

/** The cipher of a response; its key is made when the first words are written. It is destroyed with the response. */
export async function responseCipher(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  responseId: ResponseId,
): Promise<SubjectCipher> {
  const kept = await cipherOf(tx, keys, areaId, responseId)
  if (kept !== null) return kept
  const wrapped = newDataKey(keys, areaId, responseId)
  await tx`
    insert into intake.response_keys (area_id, response_id, wrapped)
    values (${areaId}, ${responseId}, ${Buffer.from(wrapped)})
  `
  return subjectCipher(keys, areaId, responseId, wrapped)
}

/** The cipher of a response, or null where nothing was ever sealed for it. */
export async function cipherOf(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  responseId: ResponseId,
): Promise<SubjectCipher | null> {
  const [row] = await tx<{ wrapped: Uint8Array }[]>`
    select wrapped from intake.response_keys where area_id = ${areaId} and response_id = ${responseId}
  `
  return row === undefined ? null : subjectCipher(keys, areaId, responseId, row.wrapped)
}
