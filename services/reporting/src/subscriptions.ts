import type { SubscriptionsOf } from '@cdop/events'
import type { ServiceParts } from '@cdop/service'
import { saveArea } from './area/area-store.ts'
import { saveCaseInError } from './fact/case-in-error-store.ts'
import { saveStep } from './fact/case-step-store.ts'
import { saveCorrection, saveDeath } from './fact/death-fact-store.ts'
import { saveMerged, saveMergeUndone } from './fact/merged-case-store.ts'
import { saveReview } from './fact/review-fact-store.ts'
import { saveComeBack, saveTransferred } from './fact/transferred-case-store.ts'

/**
 * What reporting hears: areas by name, each death when its notification is accepted, each step of the case on its way, each
 * review when it is agreed.
 */
export const subscriptions: SubscriptionsOf<'reporting', ServiceParts> = {
  'area.defined.v1': (tx, { event }) => saveArea(tx, event.payload),
  'notification.accepted.v1': async (tx, { event }) => {
    await saveComeBack(tx, event)
    await saveDeath(tx, event)
  },
  'notification.reported-in-error.v1': (tx, { event }) => saveCaseInError(tx, event),
  'case.merged.v1': (tx, { event }) => saveMerged(tx, event),
  'case.merge-undone.v1': (tx, { event }) => saveMergeUndone(tx, event),
  'case.transferred.v1': (tx, { event }) => saveTransferred(tx, event),
  'case.child-corrected.v1': (tx, { event }) => saveCorrection(tx, event),
  'analysis.agreed.v1': (tx, { event }) => saveReview(tx, event),
  'case.opened.v1': (tx, { event }) => saveStep(tx, event),
  'review-meeting.not-held.v1': (tx, { event }) => saveStep(tx, event),
  'review-meeting.held.v1': (tx, { event }) => saveStep(tx, event),
  'review-meeting.reported.v1': (tx, { event }) => saveStep(tx, event),
  'hold.began.v1': (tx, { event }) => saveStep(tx, event),
  'hold.ended.v1': (tx, { event }) => saveStep(tx, event),
  'case.listed.v1': (tx, { event }) => saveStep(tx, event),
  'case.deferred.v1': (tx, { event }) => saveStep(tx, event),
  'case.resumed.v1': (tx, { event }) => saveStep(tx, event),
  'case.reviewed.v1': (tx, { event }) => saveStep(tx, event),
  'case.closed.v1': (tx, { event }) => saveStep(tx, event),
  'case.reopened.v1': (tx, { event }) => saveStep(tx, event),
}
