import type { Db } from '@cdop/database'
import { type AreaId, ChasingSettings, defaultChasingSettings, type PlainDate } from '@cdop/domain'

/** How an area chases on a day: its newest settings that are in force, or the default. */
export async function chasingSettingsOn(tx: Db, areaId: AreaId, today: PlainDate): Promise<ChasingSettings> {
  const [row] = await tx<{ settings: unknown }[]>`
    select settings from case_review.chasing_settings
    where area_id = ${areaId} and valid_from <= ${today} order by version desc limit 1
  `
  return row === undefined ? defaultChasingSettings : ChasingSettings.parse(row.settings)
}
