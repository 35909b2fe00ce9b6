import { CaseId, CaseReference, Instant, NotificationId, NotificationState, PlainDate } from '@cdop/domain'
import { SummarySection, summary } from '@cdop/forms'
import { z } from 'zod'
import type { KnownIdentity } from '../identity/child-identity.ts'
import type { KnownRecord } from '../merge/known-record.ts'
import { IdentityField } from '../merge/merged-identity.ts'

/** One of two records side by side. */
export const RecordShown = z.strictObject({
  notificationId: NotificationId,
  state: NotificationState,
  receivedOn: PlainDate,
  submittedAt: Instant,
  caseId: CaseId.nullable(),
  caseReference: CaseReference.nullable(),
  /** The case a pass must name before the rest is shown. */
  passFor: CaseId.nullable(),
  /** Who the child is; null without a pass where one is needed. */
  identity: z.record(IdentityField, z.string().nullable()).nullable(),
  /** Everything that was notified. */
  sections: z.array(SummarySection),
})
export type RecordShown = z.infer<typeof RecordShown>

/** A record with who the child is, or without either of that and what was notified when nothing may be disclosed. */
export function recordShown(record: KnownRecord, identity: KnownIdentity, disclosed: boolean): RecordShown {
  const { notificationId, state, receivedOn, submittedAt, caseId, caseReference, passFor, read } = record
  return {
    notificationId,
    state,
    receivedOn,
    submittedAt,
    caseId,
    caseReference,
    passFor,
    identity: disclosed ? { ...identity } : null,
    sections: disclosed ? summary(read.form, read.answers) : [],
  }
}
