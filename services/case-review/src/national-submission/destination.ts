import type { Db } from '@cdop/database'
import type { AreaId } from '@cdop/domain'
import { areaCode } from '../area/area-store.ts'
import type { Parts } from '../parts.ts'
import type { NationalDatabase } from './national-database.ts'

/** Where an area's submissions go; null where nobody has set it. @throws Error while the area is not yet known here */
export async function destinationOf(
  tx: Db,
  { nationalDatabaseOf }: Pick<Parts, 'nationalDatabaseOf'>,
  areaId: AreaId,
): Promise<NationalDatabase | null> {
  return nationalDatabaseOf(await areaCode(tx, areaId))
}
