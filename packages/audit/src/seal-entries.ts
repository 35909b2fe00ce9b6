import { randomUUID } from 'node:crypto'
import type { Database, Db } from '@cdop/database'
import { AreaId, type Clock, RequestId, type ServiceActor, type ServiceName, schemaOf } from '@cdop/domain'
import { AuditEntry, CHAIN_START, chainHash } from './entry.ts'

/** At most this many entries are sealed in one transaction. */
const BATCH = 500

function sealer(service: ServiceName, areaId: AreaId): ServiceActor {
  return { kind: 'service', service, areaId, onBehalfOf: null, requestId: RequestId.parse(randomUUID()) }
}

async function sealArea(tx: Db, schema: string, areaId: AreaId, clock: Clock): Promise<number> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`${schema}:${areaId}`}, 0))`
  const waiting = await tx<{ id: string; entry: unknown }[]>`
    select e.id, e.entry
    from ${tx(schema)}.audit_unsealed u
    join ${tx(schema)}.audit_entries e on e.area_id = u.area_id and e.id = u.entry_id
    where u.area_id = ${areaId}
    order by u.recorded_at, e.id
    limit ${BATCH}
  `
  if (waiting.length === 0) return 0
  const [last] = await tx<{ sequence: number; hash: Buffer }[]>`
    select sequence, hash from ${tx(schema)}.audit_chain
    where area_id = ${areaId} order by sequence desc limit 1
  `
  let sequence = last?.sequence ?? 0
  let previous: Uint8Array = last?.hash ?? CHAIN_START
  const links = waiting.map((row) => {
    sequence += 1
    previous = chainHash(AuditEntry.parse(row.entry), previous)
    return {
      area_id: areaId,
      sequence,
      entry_id: row.id,
      hash: Buffer.from(previous),
      sealed_at: clock.now(),
    }
  })
  await tx`insert into ${tx(schema)}.audit_chain ${tx(links)}`
  await tx`
    delete from ${tx(schema)}.audit_unsealed
    where area_id = ${areaId} and entry_id = any (${waiting.map((row) => row.id)}::uuid[])
  `
  return waiting.length
}

async function sealAll(
  database: Database,
  service: ServiceName,
  areaId: AreaId,
  clock: Clock,
): Promise<number> {
  let sealed = 0
  for (let last = BATCH; last === BATCH; ) {
    last = await database.transaction(sealer(service, areaId), (tx) =>
      sealArea(tx, schemaOf(service), areaId, clock),
    )
    sealed += last
  }
  return sealed
}

/**
 * Chains every entry that waits, area by area. Two sealers at once do no harm. Returns how many were sealed.
 * @throws Error of the first area that could not be sealed, after every other one was
 */
export async function sealEntries(database: Database, service: ServiceName, clock: Clock): Promise<number> {
  const areas = await database.withoutActor(
    (tx) => tx<{ areaId: string }[]>`select distinct area_id from ${tx(schemaOf(service))}.audit_unsealed`,
  )
  let sealed = 0
  const failures: unknown[] = []
  for (const row of areas) {
    try {
      sealed += await sealAll(database, service, AreaId.parse(row.areaId), clock)
    } catch (thrown) {
      failures.push(thrown)
    }
  }
  if (failures.length > 0) throw failures[0]
  return sealed
}
