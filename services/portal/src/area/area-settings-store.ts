import type { Db } from '@cdop/database'
import {
  type AreaId,
  AreaSettings,
  type Canonical,
  defaultAreaSettings,
  defaultTonightContacts,
  Instant,
  PersonId,
  Refusal,
  TonightContacts,
} from '@cdop/domain'
import { z } from 'zod'

type AreaSettingKind = 'tonight-contacts' | 'times'

const kept = <Content extends z.ZodType>(content: Content) =>
  z.strictObject({
    /** 0 while the default holds. */
    version: z.int().min(0),
    content,
    /** Null for the default, and for what the operator set. */
    changedBy: PersonId.nullable(),
    changedAt: Instant.nullable(),
  })

export const KeptContacts = kept(TonightContacts)
export const KeptTimes = kept(AreaSettings)

/** Every version of a setting, newest first; the default comes last. */
async function versions<Content extends z.ZodType>(
  tx: Db,
  areaId: AreaId,
  kind: AreaSettingKind,
  schema: Content,
  byDefault: z.input<Content>,
) {
  const rows = await tx`
    select version, content, changed_by, changed_at from portal.area_settings
    where area_id = ${areaId} and kind = ${kind} order by version desc
  `
  const first = { version: 0, content: byDefault, changedBy: null, changedAt: null }
  return z.array(kept(schema)).parse([...rows.map((row) => ({ ...row })), first])
}

export const contactVersions = (tx: Db, areaId: AreaId) =>
  versions(tx, areaId, 'tonight-contacts', TonightContacts, defaultTonightContacts)

export const timeVersions = (tx: Db, areaId: AreaId) =>
  versions(tx, areaId, 'times', AreaSettings, defaultAreaSettings)

/** @throws Refusal `stale` when somebody else has written the next version meanwhile */
export async function addVersion(
  tx: Db,
  areaId: AreaId,
  kind: AreaSettingKind,
  change: { madeFrom: number; content: Canonical; by: PersonId | null; at: Instant },
): Promise<void> {
  const [held] = await tx<{ newest: number }[]>`
    select coalesce(max(version), 0) as newest from portal.area_settings
    where area_id = ${areaId} and kind = ${kind}
  `
  if (held?.newest !== change.madeFrom) throw new Refusal('stale')
  const added = await tx`
    insert into portal.area_settings (area_id, kind, version, content, changed_by, changed_at)
    values (${areaId}, ${kind}, ${change.madeFrom + 1}, ${tx.json(change.content)}, ${change.by}, ${change.at})
    on conflict do nothing
  `
  if (added.count === 0) throw new Refusal('stale')
}
