import type { Db } from '@cdop/database'
import type { AreaId, Instant, PersonId, ReleaseId, TurnDownReason } from '@cdop/domain'
import { z } from 'zod'

/** What a second person decided on a release, of the tables this is the hash of. */
export type ReleaseDecision = Readonly<{
  releaseId: ReleaseId
  hash: string
  by: PersonId
  at: Instant
}> &
  (
    | Readonly<{ outcome: 'signed'; signature: string; reason?: never }>
    | Readonly<{ outcome: 'turned-down'; reason: TurnDownReason; signature?: never }>
  )

/** The number of the newest signature of an area; 0 before the first. */
export async function lastSignature(tx: Db, areaId: AreaId): Promise<number> {
  const [row] = await tx`
    select coalesce(max(decision_number), 0)::int as last from reporting.release_decisions
    where area_id = ${areaId} and outcome = 'signed'
  `
  return z.object({ last: z.number() }).parse(row).last
}

/** Keeps a decision for good. The database refuses a builder's own, a second one, and one of other tables. */
export async function addDecision(tx: Db, areaId: AreaId, decision: ReleaseDecision): Promise<void> {
  const { releaseId, outcome, by, at, hash } = decision
  await tx`
    insert into reporting.release_decisions (
      area_id, release_id, outcome, decided_by, decided_at, reason, content_hash, signature
    ) values (
      ${areaId}, ${releaseId}, ${outcome}, ${by}, ${at}, ${decision.reason ?? null}, ${hash},
      ${decision.signature ?? null}
    )
  `
}

/** The signature of a release as it was made; null where none is kept. */
export async function signatureOf(tx: Db, areaId: AreaId, releaseId: ReleaseId): Promise<string | null> {
  const [row] = await tx`
    select signature from reporting.release_decisions where area_id = ${areaId} and release_id = ${releaseId}
  `
  return z.object({ signature: z.string().nullable() }).parse(row ?? { signature: null }).signature
}
