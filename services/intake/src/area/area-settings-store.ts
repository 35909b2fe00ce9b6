import type { Db } from '@cdop/database'
import { Area, type AreaId, AreaSettings, defaultAreaSettings } from '@cdop/domain'

/** Keeps the newest word on an area's own times. */
export async function saveAreaSettings(
  tx: Db,
  { areaId, settings }: { areaId: AreaId; settings: AreaSettings },
): Promise<void> {
  await tx`
    insert into intake.area_settings (area_id, settings) values (${areaId}, ${tx.json(settings)})
    on conflict (area_id) do update set settings = excluded.settings
  `
}

/** The times an area keeps to now: its own, or the default. */
export async function areaSettings(tx: Db, areaId: AreaId): Promise<AreaSettings> {
  const [row] = await tx<{ settings: unknown }[]>`
    select settings from intake.area_settings where area_id = ${areaId}
  `
  return row === undefined ? defaultAreaSettings : AreaSettings.parse(row.settings)
}

/** An area as it was last defined, with the times it keeps to now. @throws Error when this service has not heard of it */
export async function areaWithSettings(
  tx: Db,
  areaId: AreaId,
): Promise<{ area: Area; settings: AreaSettings }> {
  const [row] = await tx<{ area: unknown; settings: unknown }[]>`
    select a.area, s.settings from intake.areas a
    left join intake.area_settings s on s.area_id = a.area_id where a.area_id = ${areaId}
  `
  return { area: Area.parse(row?.area), settings: AreaSettings.parse(row?.settings ?? defaultAreaSettings) }
}
