import type { Db } from '@cdop/database'
import { type AreaId, schemaOf } from '@cdop/domain'
import { newDataKey, type SubjectCipher, subjectCipher } from '@cdop/encryption'
import type { ServiceParts } from './parts.ts'

/** Seals and opens what was written in an area and belongs to no case of it. */
export type AreaCipher = SubjectCipher

/** The cipher of an area in a service that keeps `data_keys`. The key is made the first time. */
export async function areaCipher(
  tx: Db,
  { service, keys }: Pick<ServiceParts, 'service' | 'keys'>,
  areaId: AreaId,
): Promise<AreaCipher> {
  const table = tx(`${schemaOf(service)}.data_keys`)
  await tx`
    insert into ${table} (area_id, subject, wrapped)
    values (${areaId}, ${areaId}, ${newDataKey(keys, areaId, areaId)}) on conflict do nothing
  `
  const [row] = await tx<{ wrapped: Buffer }[]>`
    select wrapped from ${table} where area_id = ${areaId} and subject = ${areaId}
  `
  if (row === undefined) throw new Error('the area has no key')
  return subjectCipher(keys, areaId, areaId, row.wrapped)
}
