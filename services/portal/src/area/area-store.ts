import type { Db } from '@cdop/database'
import { Area, type AreaId, AreaId as AreaIdSchema, type Instant } from '@cdop/domain'
import { z } from 'zod'

/** Keeps an area as it is now defined. */
export async function saveArea(tx: Db, area: Area, at: Instant): Promise<void> {
  await tx`
    insert into portal.areas (area_id, code, name, definition, defined_at)
    values (${area.areaId}, ${area.code}, ${area.name}, ${tx.json(area)}, ${at})
    on conflict (area_id) do update
    set code = excluded.code, name = excluded.name, definition = excluded.definition, defined_at = excluded.defined_at
  `
  await tx`
    insert into portal.area_codes (code, area_id) values (${area.code}, ${area.areaId})
    on conflict (area_id) do update set code = excluded.code
  `
}

/** Which area a code means, to anybody who asks; null when it means none. */
export async function areaOfCode(tx: Db, code: string): Promise<AreaId | null> {
  const [row] = await tx`select area_id from portal.area_codes where code = ${code}`
  return row === undefined ? null : z.object({ areaId: AreaIdSchema }).parse({ ...row }).areaId
}

/** The areas this transaction may see, by name. */
export async function readAreas(tx: Db): Promise<Area[]> {
  const rows = await tx<{ definition: unknown }[]>`select definition from portal.areas order by name, area_id`
  return rows.map((row) => Area.parse(row.definition))
}

/** An area's name; null when this transaction may not see it. */
export async function areaName(tx: Db, areaId: AreaId): Promise<string | null> {
  const [row] = await tx<{ name: string }[]>`select name from portal.areas where area_id = ${areaId}`
  return row?.name ?? null
}
