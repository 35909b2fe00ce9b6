import type { Db } from '@cdop/database'
import type { Area, AreaId } from '@cdop/domain'

/** Keeps what mails say about the area, and what every other area calls it. */
export async function saveArea(tx: Db, area: Area): Promise<void> {
  await tx`
    insert into case_review.areas (area_id, code, name) values (${area.areaId}, ${area.code}, ${area.name})
    on conflict (area_id) do update set code = excluded.code, name = excluded.name
  `
  await tx`
    insert into case_review.area_directory (area_id, name) values (${area.areaId}, ${area.name})
    on conflict (area_id) do update set name = excluded.name
  `
}

/** The area's name, or words that fit in its place while it is not yet known here. */
export async function areaName(tx: Db, areaId: AreaId): Promise<string> {
  const [row] = await tx<{ name: string }[]>`select name from case_review.areas where area_id = ${areaId}`
  return row?.name ?? 'your area'
}

/** The area's code. @throws Error while the area is not yet known here */
export async function areaCode(tx: Db, areaId: AreaId): Promise<string> {
  const [row] = await tx<{ code: string }[]>`select code from case_review.areas where area_id = ${areaId}`
  if (row === undefined) throw new Error('the area is not known yet')
  return row.code
}
