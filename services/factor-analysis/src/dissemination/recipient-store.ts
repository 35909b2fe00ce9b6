import type { Db } from '@cdop/database'
import {
  type AreaId,
  OrganisationId,
  OrganisationKind,
  type PersonId,
  PlainDate,
  type RecommendationId,
} from '@cdop/domain'
import { z } from 'zod'
import type { Addressee } from '../recommendation/recommendation-store.ts'

/** Who got a recommendation, when, and when they said that they read it. */
export const Recipient = z.strictObject({
  organisationId: OrganisationId,
  kind: OrganisationKind,
  sentOn: PlainDate,
  acknowledgedOn: PlainDate.nullable(),
})
type Recipient = z.infer<typeof Recipient>

/** Who got a recommendation, in the order it was sent. */
export async function recipientsOf(
  tx: Db,
  areaId: AreaId,
  recommendationId: RecommendationId,
): Promise<Recipient[]> {
  const rows = await tx`
    select organisation_id, organisation_kind as kind, sent_on, acknowledged_on
    from factor_analysis.recommendation_recipients
    where area_id = ${areaId} and recommendation_id = ${recommendationId} order by sent_on, organisation_id
  `
  return rows.map((row) => Recipient.parse({ ...row }))
}

/** It was sent to an organisation; of one that had it the first day stays. */
export async function addRecipient(
  tx: Db,
  areaId: AreaId,
  recommendationId: RecommendationId,
  { kind, organisationId }: Addressee,
  { on, by }: { on: PlainDate; by: PersonId },
): Promise<void> {
  await tx`
    insert into factor_analysis.recommendation_recipients (area_id, recommendation_id, organisation_id, organisation_kind,
      sent_on, sent_by)
    values (${areaId}, ${recommendationId}, ${organisationId}, ${kind}, ${on}, ${by}) on conflict do nothing
  `
}

/** The recipient says that it was read. The recommendation is locked by the caller. */
export async function acknowledge(
  tx: Db,
  areaId: AreaId,
  recommendationId: RecommendationId,
  organisationId: OrganisationId,
  { on, by }: { on: PlainDate; by: PersonId },
): Promise<void> {
  await tx`
    update factor_analysis.recommendation_recipients set acknowledged_on = ${on}, acknowledged_by = ${by}
    where area_id = ${areaId} and recommendation_id = ${recommendationId} and organisation_id = ${organisationId}
  `
}
