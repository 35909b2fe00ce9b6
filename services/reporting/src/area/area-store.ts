import type { Db } from '@cdop/database'
import type { Area, AreaId } from '@cdop/domain'

/** Keeps an area's name as last defined. */
export async function saveArea(tx: Db, area: Area): Promise<void> {
  await tx`
    insert into reporting.areas (area_id, code, name) values (${area.areaId}, ${area.code}, ${area.name})
    on conflict (area_id) do update set code = excluded.code, name = excluded.name
  `
}

/** The area as tables name it; until its definition has arrived, so says the table. */
export async function areaName(tx: Db, areaId: AreaId): Promise<string> {
  const [row] = await tx<{ name: string }[]>`select name from reporting.areas where area_id = ${areaId}`
  return row?.name ?? 'Area not yet named'
}
