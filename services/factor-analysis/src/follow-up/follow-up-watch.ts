import type { Db } from '@cdop/database'
import { AreaId, type PlainDate } from '@cdop/domain'

/** From now on it is looked in this area, day by day, what is overdue. */
export async function watchFollowUp(tx: Db, areaId: AreaId, today: PlainDate): Promise<void> {
  await tx`
    insert into factor_analysis.follow_up_watched (area_id, look_on) values (${areaId}, ${today}) on conflict do nothing
  `
}

/** In which areas it is to be looked today. */
export async function areasToLookAt(sql: Db, today: PlainDate): Promise<AreaId[]> {
  const rows = await sql<{ areaId: string }[]>`
    select area_id from factor_analysis.follow_up_watched where look_on <= ${today} order by area_id
  `
  return rows.map(({ areaId }) => AreaId.parse(areaId))
}

/**
 * Takes an area for this transaction alone, and has it looked at again on `next`. False when it was looked at today, or
 * another process is at it.
 */
export async function claimArea(tx: Db, areaId: AreaId, today: PlainDate, next: PlainDate): Promise<boolean> {
  const rows = await tx`
    select from factor_analysis.follow_up_watched where area_id = ${areaId} and look_on <= ${today}
    for update skip locked
  `
  if (rows.length === 0) return false
  await tx`update factor_analysis.follow_up_watched set look_on = ${next} where area_id = ${areaId}`
  return true
}
