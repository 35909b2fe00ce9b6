import type { Db } from '@cdop/database'
import { AuditEntry, CHAIN_START, chainHash } from './entry.ts'

/** What is wrong with a chain, and where first. */
export type AuditFault = {
  schema: string
  areaId: string
  kind: 'altered' | 'dropped' | 'gap' | 'unsealed'
  sequence: number | null
  entryId: string | null
}

export type AuditVerdict = { schema: string; areas: number; entries: number; faults: readonly AuditFault[] }

/** Milliseconds after which an entry must have been sealed. */
const SEAL_WITHIN = 60_000
const PAGE = 5_000

type Link = { sequence: number; entryId: string; hash: Buffer; entry: unknown }

async function verifyArea(
  db: Db,
  schema: string,
  areaId: string,
): Promise<{ entries: number; fault: AuditFault | null }> {
  let expected = 1
  let previous: Uint8Array = CHAIN_START
  for (;;) {
    const page: readonly Link[] = await db<Link[]>`
      select c.sequence, c.entry_id, c.hash, e.entry
      from ${db(schema)}.audit_chain c
      left join ${db(schema)}.audit_entries e on e.area_id = c.area_id and e.id = c.entry_id
      where c.area_id = ${areaId} and c.sequence >= ${expected}
      order by c.sequence limit ${PAGE}
    `
    for (const link of page) {
      const at = { schema, areaId, sequence: link.sequence, entryId: link.entryId }
      if (link.sequence !== expected) return { entries: expected - 1, fault: { ...at, kind: 'gap' } }
      if (link.entry === null) return { entries: expected - 1, fault: { ...at, kind: 'dropped' } }
      const entry = AuditEntry.safeParse(link.entry)
      // An entry says which area it is about: a chain moved to another area is an altered one.
      const own = entry.success && entry.data.areaId === areaId
      const hash = own ? chainHash(entry.data, previous) : null
      if (hash === null || !hash.equals(link.hash))
        return { entries: expected - 1, fault: { ...at, kind: 'altered' } }
      previous = link.hash
      expected += 1
    }
    if (page.length < PAGE) return { entries: expected - 1, fault: null }
  }
}

/**
 * Recomputes every chain of a schema and looks for entries nobody sealed. Needs a connection that sees every area
 * (the operator's). The first fault of each area is named.
 * @param now ISO instant: entries older than 60 seconds before it must be sealed
 */
export async function verifyAudit(db: Db, schema: string, now: string): Promise<AuditVerdict> {
  const areas = await db<{ areaId: string }[]>`
    select distinct area_id from ${db(schema)}.audit_chain
    union select distinct area_id from ${db(schema)}.audit_entries order by 1
  `
  const faults: AuditFault[] = []
  let entries = 0
  for (const { areaId } of areas) {
    const checked = await verifyArea(db, schema, areaId)
    entries += checked.entries
    if (checked.fault !== null) faults.push(checked.fault)
    const unsealed = await db<{ id: string; at: string }[]>`
      select e.id, e.entry->>'at' as at from ${db(schema)}.audit_entries e
      where e.area_id = ${areaId}
        and not exists (select from ${db(schema)}.audit_chain c where c.area_id = e.area_id and c.entry_id = e.id)
      order by 2 limit 1
    `
    const [oldest] = unsealed
    // An instant that cannot be read was tampered with: it must not pass for a young one.
    const young = oldest === undefined || Date.parse(now) - Date.parse(oldest.at) <= SEAL_WITHIN
    if (!young) {
      faults.push({ schema, areaId, kind: 'unsealed', sequence: null, entryId: oldest.id })
    }
  }
  return { schema, areas: areas.length, entries, faults }
}
