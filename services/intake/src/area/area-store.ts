import type { Db } from '@cdop/database'
import { Area, type AreaId } from '@cdop/domain'

/** Keeps the newest word on an area: its code, and which authorities belong to it when. */
export async function saveArea(tx: Db, area: Area): Promise<void> {
  await tx`
    insert into intake.areas (area_id, area) values (${area.areaId}, ${tx.json(area)})
    on conflict (area_id) do update set area = excluded.area
  `
}

/** What people call an area. */
export async function areaName(tx: Db, areaId: AreaId): Promise<string> {
  const [row] = await tx<{ name: string }[]>`
    select area ->> 'name' as name from intake.areas where area_id = ${areaId}
  `
  return row?.name ?? ''
}

/** An area as it was last defined. @throws Error when this service has not heard of it */
export async function readArea(tx: Db, areaId: AreaId): Promise<Area> {
  const [row] = await tx<{ area: unknown }[]>`select area from intake.areas where area_id = ${areaId}`
  return Area.parse(row?.area)
}
