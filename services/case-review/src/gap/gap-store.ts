import type { Db } from '@cdop/database'
import {
  type AreaId,
  GapEffect,
  GapReason,
  type InformationRequestId,
  Instant,
  type OrganisationKind,
  PersonId,
} from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'
import type { RequestRow } from '../information-request/request-store.ts'

/** That a review goes on without what an agency knew: why, what that does to it, and who decided it. */
export const Gap = z.strictObject({
  reason: GapReason,
  effect: GapEffect,
  note: z.string(),
  decidedBy: PersonId,
  decidedAt: Instant,
  /** When a coordinator had looked at the answer that came after all. */
  seenAt: Instant.nullable(),
})
export type Gap = z.infer<typeof Gap>

const tableOf = (informationRequestId: InformationRequestId) => `gaps/${informationRequestId}`

export async function findGap(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  informationRequestId: InformationRequestId,
): Promise<Gap | null> {
  const [row] = await tx<{ note: Buffer }[]>`
    select reason, effect, note, decided_by, decided_at, seen_at from case_review.gaps
    where area_id = ${areaId} and information_request_id = ${informationRequestId}
  `
  if (row === undefined) return null
  const { note, ...gap } = row
  return Gap.parse({ ...gap, note: cipher.openJson(tableOf(informationRequestId), 'note', note) })
}

/** Keeps the decision, and takes the request from what is waited for. It can still be answered. */
export async function insertGap(
  tx: Db,
  cipher: SubjectCipher,
  { areaId, informationRequestId }: { areaId: AreaId; informationRequestId: InformationRequestId },
  { reason, effect, note, decidedBy, decidedAt }: Omit<Gap, 'seenAt'>,
): Promise<void> {
  await tx`
    insert into case_review.gaps (area_id, information_request_id, reason, effect, note, decided_by, decided_at)
    values (${areaId}, ${informationRequestId}, ${reason}, ${effect},
      ${cipher.sealJson(tableOf(informationRequestId), 'note', note)}, ${decidedBy}, ${decidedAt})
  `
  await tx`
    update case_review.information_requests set state = 'gone-without', escalate_on = null
    where area_id = ${areaId} and information_request_id = ${informationRequestId}
  `
}

/** A coordinator has looked at the late answer. False when there is none that nobody has looked at. */
export async function markLateAnswerSeen(
  tx: Db,
  { areaId, informationRequestId }: { areaId: AreaId; informationRequestId: InformationRequestId },
  { by, at }: { by: PersonId; at: Instant },
): Promise<boolean> {
  const marked = await tx`
    update case_review.gaps set seen_by = ${by}, seen_at = ${at}
    where area_id = ${areaId} and information_request_id = ${informationRequestId} and seen_at is null
    returning 1
  `
  return marked.length === 1
}

/** What a review goes on without, by the kind of agency alone. */
export async function gapsAmong(
  tx: Db,
  areaId: AreaId,
  requests: readonly RequestRow[],
): Promise<{ organisationKind: OrganisationKind; effect: GapEffect; part: boolean }[]> {
  const without = requests.filter(({ state }) => state === 'gone-without')
  if (without.length === 0) return []
  const rows = await tx<{ informationRequestId: string; effect: string }[]>`
    select information_request_id, effect from case_review.gaps
    where area_id = ${areaId}
      and information_request_id = any (${without.map((one) => one.informationRequestId)}::uuid[])
  `
  const effects = new Map(rows.map((row) => [row.informationRequestId, GapEffect.parse(row.effect)]))
  return without.flatMap(({ informationRequestId, organisationKind, part }) => {
    const effect = effects.get(informationRequestId)
    return effect === undefined ? [] : [{ organisationKind, effect, part: part !== null }]
  })
}
