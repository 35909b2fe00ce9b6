import type { Db } from '@cdop/database'
import {
  type AreaId,
  Discretion,
  type Instant,
  type NotificationId,
  type PersonId,
  ResidencyDecision,
} from '@cdop/domain'
import { z } from 'zod'
import { cameByAgreement } from '../transfer/transfer-store.ts'

/** What people have decided of a notification that its form cannot say; null where nobody has. */
export const ScopeDecisionsMade = z.object({
  residency: ResidencyDecision.nullable(),
  discretion: Discretion.nullable(),
  /** This area took the record over from another, by agreement. */
  agreedHere: z.boolean(),
})
export type ScopeDecisionsMade = z.infer<typeof ScopeDecisionsMade>

type Subject = { areaId: AreaId; notificationId: NotificationId }

/** The latest decision of each kind. Earlier ones are kept and no longer count. */
export async function scopeDecisionsOn(
  tx: Db,
  { areaId, notificationId }: Subject,
): Promise<ScopeDecisionsMade> {
  const [residency] = await tx`
    select local_authority, lsoa, basis, decided_by, agreed_with_area, decided_at
    from intake.residency_decisions where area_id = ${areaId} and notification_id = ${notificationId}
    order by version desc limit 1
  `
  const [discretion] = await tx`
    select decision from intake.discretion_decisions
    where area_id = ${areaId} and notification_id = ${notificationId}
    order by version desc limit 1
  `
  return ScopeDecisionsMade.parse({
    residency: residency ?? null,
    discretion: discretion?.['decision'] ?? null,
    agreedHere: await cameByAgreement(tx, areaId, notificationId),
  })
}

/** Writes a decision on residency down as the next version of its notification, which is answered. */
export async function addResidencyDecision(
  tx: Db,
  { areaId, notificationId }: Subject,
  decision: ResidencyDecision,
): Promise<number> {
  const [row] = await tx<{ version: number }[]>`
    with changed as (
      update intake.notifications set version = version + 1
      where area_id = ${areaId} and id = ${notificationId}
      returning version
    )
    insert into intake.residency_decisions
      (area_id, notification_id, version, local_authority, lsoa, basis, decided_by, agreed_with_area, decided_at)
    select ${areaId}, ${notificationId}, version, ${decision.localAuthority}, ${decision.lsoa}, ${decision.basis},
      ${decision.decidedBy}, ${decision.agreedWithArea}, ${decision.decidedAt}
    from changed returning version
  `
  return z.int().parse(row?.version)
}

/** Writes down whether the partners review a death they need not, as the next version of its notification. */
export async function addDiscretionDecision(
  tx: Db,
  { areaId, notificationId }: Subject,
  decision: Discretion,
  { decidedBy, decidedAt }: { decidedBy: PersonId; decidedAt: Instant },
): Promise<number> {
  const [row] = await tx<{ version: number }[]>`
    with changed as (
      update intake.notifications set version = version + 1
      where area_id = ${areaId} and id = ${notificationId}
      returning version
    )
    insert into intake.discretion_decisions (area_id, notification_id, version, decision, decided_by, decided_at)
    select ${areaId}, ${notificationId}, version, ${decision}, ${decidedBy}, ${decidedAt}
    from changed returning version
  `
  return z.int().parse(row?.version)
}
