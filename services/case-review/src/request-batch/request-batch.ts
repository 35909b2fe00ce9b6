import {
  InformationRequestId,
  Instant,
  isRefusalCode,
  OrganisationContactId,
  OrganisationId,
  type RefusalCode,
} from '@cdop/domain'
import { z } from 'zod'

/** Whom to ask: an organisation by its mailbox, or by one of its contacts. */
export const BatchRecipient = z.strictObject({
  organisationId: OrganisationId,
  contactId: OrganisationContactId.nullable(),
})
export type BatchRecipient = z.infer<typeof BatchRecipient>

/** What became of one of several agencies asked at once. Null while it has not been their turn. */
const BatchOutcome = z.enum(['sent', 'already-asked', 'refused'])

/** A code of the table of refusals, as it was stored. */
const StoredRefusal = z.string().transform((code, context): RefusalCode => {
  if (isRefusalCode(code)) return code
  context.addIssue({ code: 'custom', message: 'no refusal' })
  return z.NEVER
})

export const BatchRow = BatchRecipient.extend({
  place: z.int().positive(),
  organisationName: z.string(),
  outcome: BatchOutcome.nullable(),
  /** Why they were not asked. */
  refusal: StoredRefusal.nullable(),
  /** The request by which they are asked, a new one or that of before. */
  informationRequestId: InformationRequestId.nullable(),
  settledAt: Instant.nullable(),
})
export type BatchRow = z.infer<typeof BatchRow>
