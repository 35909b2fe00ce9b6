import type { Db } from '@cdop/database'
import type { AreaId } from '@cdop/domain'
import { type KeyProvider, newDataKey, type SubjectCipher, subjectCipher } from '@cdop/encryption'

/** Seals and opens what was written in an area and belongs to no case of it. The key is made the first time. */
export async function areaCipher(tx: Db, keys: KeyProvider, areaId: AreaId): Promise<SubjectCipher> {
  await tx`
    insert into reporting.data_keys (area_id, subject, wrapped)
    values (${areaId}, ${areaId}, ${newDataKey(keys, areaId, areaId)}) on conflict do nothing
  `
  const [row] = await tx<{ wrapped: Buffer }[]>`
    select wrapped from reporting.data_keys where area_id = ${areaId} and subject = ${areaId}
  `
  if (row === undefined) throw new Error('the area has no key')
  return subjectCipher(keys, areaId, areaId, row.wrapped)
}
