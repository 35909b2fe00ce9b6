import type { Db } from '@cdop/database'
import {
  type AreaId,
  ChasingSettings,
  defaultChasingSettings,
  Instant,
  PersonId,
  PlainDate,
} from '@cdop/domain'
import { z } from 'zod'

/** How an area chases from a day on, and who decided it. Version 0 is the default, decided by nobody. */
export const ChasingVersion = z.strictObject({
  version: z.int().min(0),
  validFrom: PlainDate.nullable(),
  settings: ChasingSettings,
  changedBy: PersonId.nullable(),
  changedAt: Instant.nullable(),
})
export type ChasingVersion = z.infer<typeof ChasingVersion>

const usual: ChasingVersion = {
  version: 0,
  validFrom: null,
  settings: defaultChasingSettings,
  changedBy: null,
  changedAt: null,
}

/** Every version an area has had, the newest first; the default is always the last. */
export async function chasingVersions(tx: Db, areaId: AreaId): Promise<ChasingVersion[]> {
  const rows = await tx`
    select version, valid_from, settings, changed_by, changed_at from case_review.chasing_settings
    where area_id = ${areaId} order by version desc
  `
  return [...rows.map((row) => ChasingVersion.parse({ ...row })), usual]
}

/** How an area chases on a day: its newest settings that are in force, or the default. */
export async function chasingSettingsOn(tx: Db, areaId: AreaId, day: PlainDate): Promise<ChasingSettings> {
  const [row] = await tx<{ settings: unknown }[]>`
    select settings from case_review.chasing_settings
    where area_id = ${areaId} and valid_from <= ${day} order by version desc limit 1
  `
  return row === undefined ? defaultChasingSettings : ChasingSettings.parse(row.settings)
}

/** Keeps a further version; the earlier ones stay. False when somebody else made one meanwhile. */
export async function insertChasingVersion(
  tx: Db,
  areaId: AreaId,
  made: { version: number; validFrom: PlainDate; settings: ChasingSettings; by: PersonId; at: Instant },
): Promise<boolean> {
  const { version, validFrom, settings, by, at } = made
  const kept = await tx`
    insert into case_review.chasing_settings (area_id, version, valid_from, settings, changed_by, changed_at)
    values (${areaId}, ${version}, ${validFrom}, ${tx.json(settings)}, ${by}, ${at})
    on conflict do nothing returning 1
  `
  return kept.length === 1
}
