import type { Db } from '@cdop/database'
import { type AreaId, type Instant, OnCallPart, type PersonId, type TurnId } from '@cdop/domain'
import { Fallback, OnCallTurn } from './on-call-turn.ts'

const columns = (tx: Db) => tx`turn_id, part, name, email, phone, webhook, from_at as from, until_at as until`

/** Turns that are not over, the nearest first. */
export async function turnsFrom(tx: Db, areaId: AreaId, at: Instant): Promise<OnCallTurn[]> {
  const rows = await tx`
    select ${columns(tx)} from intake.on_call_turns
    where area_id = ${areaId} and ended_at is null and until_at > ${at}
    order by from_at, part desc, turn_id
  `
  return rows.map((row) => OnCallTurn.parse({ ...row }))
}

/** Who is on call at a moment, by part. */
export async function onCallAt(
  tx: Db,
  areaId: AreaId,
  at: Instant,
): Promise<Readonly<Record<OnCallPart, OnCallTurn | null>>> {
  const now = (await turnsFrom(tx, areaId, at)).filter(({ from }) => from <= at)
  const holding = (part: OnCallPart) => now.find((turn) => turn.part === part) ?? null
  return { lead: holding(OnCallPart.enum.lead), deputy: holding(OnCallPart.enum.deputy) }
}

export async function fallbackOf(tx: Db, areaId: AreaId): Promise<Fallback | null> {
  const [row] = await tx`select name, email from intake.on_call_fallbacks where area_id = ${areaId}`
  return row === undefined ? null : Fallback.parse({ ...row })
}

export async function saveFallback(
  tx: Db,
  areaId: AreaId,
  { name, email }: Fallback,
  kept: { by: PersonId; at: Instant },
): Promise<void> {
  await tx`
    insert into intake.on_call_fallbacks (area_id, name, email, kept_by, kept_at)
    values (${areaId}, ${name}, ${email}, ${kept.by}, ${kept.at})
    on conflict (area_id) do update
    set name = excluded.name, email = excluded.email, kept_by = excluded.kept_by, kept_at = excluded.kept_at
  `
}

/** Adds a turn unless somebody else already has that part for some of the time. False, and nothing added, then. */
export async function addTurn(
  tx: Db,
  areaId: AreaId,
  turn: OnCallTurn,
  kept: { by: PersonId; at: Instant },
): Promise<boolean> {
  // Two coordinators at once: the second looks only when the first has committed.
  await tx`select pg_advisory_xact_lock(hashtextextended(${`on-call:${areaId}`}, 0))`
  const added = await tx`
    insert into intake.on_call_turns
      (area_id, turn_id, part, name, email, phone, webhook, from_at, until_at, kept_by, kept_at)
    select ${areaId}, ${turn.turnId}, ${turn.part}, ${turn.name}, ${turn.email}, ${turn.phone}, ${turn.webhook},
      ${turn.from}::timestamptz, ${turn.until}::timestamptz, ${kept.by}::uuid, ${kept.at}::timestamptz
    where not exists (
      select from intake.on_call_turns
      where area_id = ${areaId} and part = ${turn.part} and ended_at is null
        and from_at < ${turn.until} and until_at > ${turn.from}
    )
  `
  return added.count === 1
}

/** Takes a turn off the rota. False when there is none that is not over or ended. */
export async function endTurn(tx: Db, areaId: AreaId, turnId: TurnId, at: Instant): Promise<boolean> {
  const ended = await tx`
    update intake.on_call_turns set ended_at = ${at}
    where area_id = ${areaId} and turn_id = ${turnId} and ended_at is null and until_at > ${at}
  `
  return ended.count === 1
}
