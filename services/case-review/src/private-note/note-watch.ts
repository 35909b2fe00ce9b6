import type { Db } from '@cdop/database'
import { AreaId, type PlainDate } from '@cdop/domain'

/** From now on it is looked in this area, day by day, which notes are to be destroyed. */
export async function watchNotes(tx: Db, areaId: AreaId, today: PlainDate): Promise<void> {
  await tx`
    insert into case_review.private_notes_watched (area_id, look_on) values (${areaId}, ${today})
    on conflict do nothing
  `
}

/** In which areas it is to be looked today. */
export async function areasToLookAt(sql: Db, today: PlainDate): Promise<AreaId[]> {
  const rows = await sql<{ areaId: string }[]>`
    select area_id from case_review.private_notes_watched where look_on <= ${today} order by area_id
  `
  return rows.map(({ areaId }) => AreaId.parse(areaId))
}

/** Takes an area for this transaction alone. False when it was looked at today, or another process is at it. */
export async function claimArea(tx: Db, areaId: AreaId, today: PlainDate): Promise<boolean> {
  const rows = await tx`
    select from case_review.private_notes_watched where area_id = ${areaId} and look_on <= ${today}
    for update skip locked
  `
  return rows.length === 1
}

/** Nothing of an area is destroyed until this transaction ends: a hold comes wholly before that, or after. */
export async function keepFromDestroying(tx: Db, areaId: AreaId): Promise<void> {
  await tx`select from case_review.private_notes_watched where area_id = ${areaId} for update`
}

/** When it is looked again: never while no note is left. */
export async function lookAgain(tx: Db, areaId: AreaId, on: PlainDate | null): Promise<void> {
  if (on === null) await tx`delete from case_review.private_notes_watched where area_id = ${areaId}`
  else await tx`update case_review.private_notes_watched set look_on = ${on} where area_id = ${areaId}`
}
