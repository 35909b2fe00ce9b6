import type { Db } from '@cdop/database'
import type {
  AreaId,
  InformationRequestId,
  Instant,
  OrganisationContactId,
  OrganisationId,
  RequestRedirectReason,
} from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'

/** Whom a request goes to, and where. No role when it is the mailbox of the organisation. */
export const Recipient = z.strictObject({ role: z.string().nullable(), email: z.string() })
export type Recipient = z.infer<typeof Recipient>

/** What is sealed is bound to its request and attempt. */
const tableOf = (informationRequestId: InformationRequestId, attempt: number) =>
  `request_recipients/${informationRequestId}/${attempt}`

/** Why a request went to somebody. */
export type RecipientReason = 'sent' | 'sent-again' | RequestRedirectReason

type Attempt = { areaId: AreaId; informationRequestId: InformationRequestId; attempt: number }

/** Keeps whom an attempt of a request goes to: what the directory says later changes nothing of it. */
export async function insertRecipient(
  tx: Db,
  cipher: SubjectCipher,
  { areaId, informationRequestId, attempt }: Attempt,
  sent: Recipient & {
    organisationId: OrganisationId
    contactId: OrganisationContactId | null
    reason: RecipientReason
    at: Instant
  },
): Promise<void> {
  const { role, email, organisationId, contactId, reason, at } = sent
  await tx`
    insert into case_review.request_recipients (area_id, information_request_id, attempt, organisation_id, contact_id,
      reached, reason, since)
    values (${areaId}, ${informationRequestId}, ${attempt}, ${organisationId}, ${contactId},
      ${cipher.sealJson(tableOf(informationRequestId, attempt), 'reached', { role, email })}, ${reason}, ${at})
  `
}

/** Whom an attempt went to; null for a request of before that was kept: it went to the organisation's mailbox. */
export async function findRecipient(
  tx: Db,
  cipher: SubjectCipher,
  { areaId, informationRequestId, attempt }: Attempt,
): Promise<Recipient | null> {
  const [row] = await tx<{ reached: Buffer }[]>`
    select reached from case_review.request_recipients
    where area_id = ${areaId} and information_request_id = ${informationRequestId} and attempt = ${attempt}
  `
  return row === undefined ? null : openRecipient(cipher, { informationRequestId, attempt }, row.reached)
}

/** Opens what was kept of an attempt. @throws Error when it is another's */
export function openRecipient(
  cipher: SubjectCipher,
  { informationRequestId, attempt }: Omit<Attempt, 'areaId'>,
  reached: Uint8Array,
): Recipient {
  return Recipient.parse(cipher.openJson(tableOf(informationRequestId, attempt), 'reached', reached))
}
