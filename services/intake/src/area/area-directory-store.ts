import type { Db } from '@cdop/database'
import { Area, type AreaId } from '@cdop/domain'
import { z } from 'zod'

/** An area as everybody may know it: what it is called, and which authorities belong to it when. */
export const KnownArea = Area.pick({ areaId: true, code: true, name: true, authorities: true })
export type KnownArea = z.infer<typeof KnownArea>

/** Keeps the newest word on an area for every area to read. */
export async function saveKnownArea(tx: Db, { areaId, code, name, authorities }: Area): Promise<void> {
  await tx`
    insert into intake.area_directory (area_id, code, name, authorities)
    values (${areaId}, ${code}, ${name}, ${tx.json(authorities)})
    on conflict (area_id) do update
    set code = excluded.code, name = excluded.name, authorities = excluded.authorities
  `
}

/** Every area there is but one, by name. */
export async function otherAreas(tx: Db, areaId: AreaId): Promise<KnownArea[]> {
  const rows = await tx`
    select area_id, code, name, authorities from intake.area_directory
    where area_id <> ${areaId} order by name, area_id
  `
  return rows.map((row) => KnownArea.parse({ ...row }))
}

/** What an area is called, by any other; its absence is no area at all. */
export async function knownAreaName(tx: Db, areaId: AreaId): Promise<string | null> {
  const [row] = await tx`select name from intake.area_directory where area_id = ${areaId}`
  return row === undefined ? null : z.string().parse(row['name'])
}
