import type { Db } from '@cdop/database'
import {
  type AreaId,
  Instant,
  NoResponseReason,
  PersonId,
  type ResponseDecision,
  type ResponseId,
} from '@cdop/domain'
import { z } from 'zod'

/** A decision as it was recorded: when it was made, and when it was written down. */
export const RecordedDecision = z.strictObject({
  decision: z.enum(['start', 'not-start']),
  reason: NoResponseReason.nullable(),
  decidedAt: Instant,
  recordedAt: Instant,
  recordedBy: PersonId,
})
export type RecordedDecision = z.infer<typeof RecordedDecision>

/** The decisions about a response, the newest first. */
export async function decisionsOf(
  tx: Db,
  areaId: AreaId,
  responseId: ResponseId,
): Promise<RecordedDecision[]> {
  const rows = await tx`
    select decision, reason, decided_at, recorded_at, recorded_by from intake.response_decisions
    where area_id = ${areaId} and response_id = ${responseId} order by number desc
  `
  return rows.map((row) => RecordedDecision.parse({ ...row }))
}

export async function addDecision(
  tx: Db,
  areaId: AreaId,
  responseId: ResponseId,
  made: { what: ResponseDecision; decidedAt: Instant; recordedAt: Instant; recordedBy: PersonId },
): Promise<void> {
  const { what } = made
  const reason = what.decision === 'not-start' ? what.reason : null
  await tx`
    insert into intake.response_decisions
      (area_id, response_id, number, decision, reason, decided_at, recorded_at, recorded_by)
    select ${areaId}, ${responseId}, coalesce(max(number), 0) + 1, ${what.decision}, ${reason},
      ${made.decidedAt}::timestamptz, ${made.recordedAt}::timestamptz, ${made.recordedBy}::uuid
    from intake.response_decisions where area_id = ${areaId} and response_id = ${responseId}
  `
}
