import type { SubscriptionsOf } from '@cdop/events'
import { saveArea } from './area/area-store.ts'
import { confirmOnConfirmation } from './case/confirm-on-confirmation.ts'
import { openOnAcceptance } from './case/open-on-acceptance.ts'
import { reviewOnAgreement } from './case/review-on-agreement.ts'
import { correctOnCorrection } from './merge/correct-on-correction.ts'
import { putBackOnUndoing } from './merge/put-back-on-undoing.ts'
import { setAsideOnMerge } from './merge/set-aside-on-merge.ts'
import { askOwnerDigest } from './owner-digest/mail-owner-digest.ts'
import type { Parts } from './parts.ts'
import { recallOnError } from './reported-in-error/recall-on-error.ts'
import { reportOnDraft } from './review-meeting/report-on-draft.ts'
import { askSelfAssessment } from './self-assessment/mail-self-assessment.ts'
import { goOnAfterOffer, leaveOnTransfer, waitOnOffer } from './transfer/hear-transfer.ts'

/** What case-review hears, and what it does then. */
export const subscriptions: SubscriptionsOf<'case-review', Parts> = {
  'area.defined.v1': (tx, { event }) => saveArea(tx, event.payload),
  'notification.accepted.v1': (tx, { actor, event, parts }) =>
    openOnAcceptance(tx, { actor, parts, accepted: event.payload }),
  'identity-and-death.confirmed.v1': (tx, { actor, event, parts }) =>
    confirmOnConfirmation(tx, { actor, parts, confirmed: event.payload, recordedAt: event.recordedAt }),
  'notification.reported-in-error.v1': (tx, { actor, event, parts }) =>
    recallOnError(tx, { actor, parts, error: event.payload, recordedAt: event.recordedAt }),
  'case.merged.v1': (tx, { actor, event, parts }) =>
    setAsideOnMerge(tx, { actor, parts, merged: event.payload, at: event.recordedAt }),
  'case.merge-undone.v1': (tx, { actor, event, parts }) =>
    putBackOnUndoing(tx, { actor, parts, undone: event.payload }),
  'case.child-corrected.v1': (tx, { actor, event, parts }) =>
    correctOnCorrection(tx, { actor, parts, corrected: event.payload }),
  'case.offered.v1': (tx, { actor, event }) => waitOnOffer(tx, actor, event.payload, event.recordedAt),
  'case.offer-ended.v1': (tx, { actor, event }) => goOnAfterOffer(tx, actor, event.payload),
  'case.transferred.v1': (tx, { actor, event, parts }) =>
    leaveOnTransfer(tx, { actor, parts, transferred: event.payload }),
  'analysis.agreed.v1': (tx, { actor, event, parts }) =>
    reviewOnAgreement(tx, { actor, parts, agreed: event.payload }),
  'meeting-analysis.finished.v1': (tx, { actor, event, parts }) =>
    reportOnDraft(tx, { actor, parts, finished: event.payload }),
  'self-assessment.asked.v1': (tx, { event }) => askSelfAssessment(tx, event.areaId, event.payload),
  'owner-digest.made.v1': (tx, { event }) => askOwnerDigest(tx, event.areaId, event.payload),
}
