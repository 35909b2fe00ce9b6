import { type Actor, type AreaId, actorKey, type Canonical, type Instant, Refusal } from '@cdop/domain'
import type { Db } from './database.ts'

/** What identifies one attempt: the form's or the caller's key, and a keyed hash of what was sent. */
export type Attempt = {
  schema: string
  actor: Actor
  areaId: AreaId
  procedure: string
  key: string
  bodyHash: Uint8Array
  recordedAt: Instant
}

/**
 * Runs `work` once for a key, however often it is asked: a second click, a refresh, a retry get the first answer.
 * A second attempt at the same moment waits for the first. `work` returns ids and codes only: they are stored.
 * @throws Refusal `key-reused` when the same key comes with another body
 */
export async function once<Outcome extends Canonical>(
  tx: Db,
  attempt: Attempt,
  parse: (stored: unknown) => Outcome,
  work: () => Promise<Outcome>,
): Promise<Outcome> {
  const { schema, areaId, procedure, key, bodyHash, recordedAt } = attempt
  const actor = actorKey(attempt.actor)
  const table = tx`${tx(schema)}.idempotency_keys`
  const inserted = await tx`
    insert into ${table} (area_id, actor, procedure, key, body_hash, recorded_at)
    values (${areaId}, ${actor}, ${procedure}, ${key}, ${Buffer.from(bodyHash)}, ${recordedAt})
    on conflict do nothing
    returning key
  `
  if (inserted.length === 0) {
    const [earlier] = await tx<{ bodyHash: Buffer; outcome: unknown }[]>`
      select body_hash, outcome from ${table}
      where area_id = ${areaId} and actor = ${actor} and procedure = ${procedure} and key = ${key}
    `
    if (earlier === undefined || !earlier.bodyHash.equals(bodyHash)) throw new Refusal('key-reused')
    return parse(earlier.outcome)
  }
  const outcome = await work()
  await tx`
    update ${table} set outcome = coalesce(${tx.json(outcome)}, 'null'::jsonb)
    where area_id = ${areaId} and actor = ${actor} and procedure = ${procedure} and key = ${key}
  `
  return outcome
}
