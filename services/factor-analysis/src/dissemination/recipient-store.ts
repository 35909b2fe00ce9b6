import type { Db } from '@cdop/database'
import {
  type AreaId,
  type LearningId,
  OrganisationId,
  OrganisationKind,
  type PersonId,
  PlainDate,
  type RecommendationId,
} from '@cdop/domain'
import { z } from 'zod'
import type { Addressee } from '../recommendation/recommendation-store.ts'

/** What was sent: each kind of it has a table of recipients, alike but for its id. */
export type Sent = { kind: 'recommendation'; id: RecommendationId } | { kind: 'learning'; id: LearningId }

const tables = {
  recommendation: { table: 'factor_analysis.recommendation_recipients', id: 'recommendation_id' },
  learning: { table: 'factor_analysis.learning_recipients', id: 'learning_id' },
} as const

/** Who got something, when, and when they said that they read it. */
export const Recipient = z.strictObject({
  organisationId: OrganisationId,
  kind: OrganisationKind,
  sentOn: PlainDate,
  acknowledgedOn: PlainDate.nullable(),
})
type Recipient = z.infer<typeof Recipient>

/** Who got it, in the order it was sent. `lock` holds them for the transaction. */
export async function recipientsOf(
  tx: Db,
  areaId: AreaId,
  sent: Sent,
  { lock = false }: { lock?: boolean } = {},
): Promise<Recipient[]> {
  const { table, id } = tables[sent.kind]
  const rows = await tx`
    select organisation_id, organisation_kind as kind, sent_on, acknowledged_on from ${tx(table)}
    where area_id = ${areaId} and ${tx(id)} = ${sent.id} order by sent_on, organisation_id ${lock ? tx`for update` : tx``}
  `
  return rows.map((row) => Recipient.parse({ ...row }))
}

/** It was sent to an organisation; of one that had it the first day stays. */
export async function addRecipient(
  tx: Db,
  areaId: AreaId,
  sent: Sent,
  { kind, organisationId }: Addressee,
  { on, by }: { on: PlainDate; by: PersonId },
): Promise<void> {
  const { table, id } = tables[sent.kind]
  await tx`
    insert into ${tx(table)} (area_id, ${tx(id)}, organisation_id, organisation_kind, sent_on, sent_by)
    values (${areaId}, ${sent.id}, ${organisationId}, ${kind}, ${on}, ${by}) on conflict do nothing
  `
}

/** The recipient says that it was read. What was sent is locked by the caller. */
export async function acknowledge(
  tx: Db,
  areaId: AreaId,
  sent: Sent,
  organisationId: OrganisationId,
  { on, by }: { on: PlainDate; by: PersonId },
): Promise<void> {
  const { table, id } = tables[sent.kind]
  await tx`
    update ${tx(table)} set acknowledged_on = ${on}, acknowledged_by = ${by}
    where area_id = ${areaId} and ${tx(id)} = ${sent.id} and organisation_id = ${organisationId}
  `
}
