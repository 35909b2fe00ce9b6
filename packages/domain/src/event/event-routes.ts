import type { ServiceName } from '../service/service.ts'
import type { EventType } from './event.ts'

/**
 * Who acts on each event. A service is woken only by what it acts on, and is then brought its subject's whole stream;
 * a service's subscriptions are held to this table by the compiler.
 */
export const hearersOf = {
  'area.defined.v1': ['intake', 'case-review', 'reporting'],
  'area-settings.changed.v1': ['intake'],
  'notification.received.v1': [],
  'notification.accepted.v1': ['case-review', 'reporting'],
  'identity-and-death.confirmed.v1': ['case-review'],
  'notification.reported-in-error.v1': ['case-review', 'reporting'],
  'notification.merged.v1': [],
  'notification.merge-undone.v1': [],
  'case.merged.v1': ['case-review', 'reporting'],
  'case.merge-undone.v1': ['case-review', 'reporting'],
  'case.child-corrected.v1': ['case-review', 'reporting'],
  'household-death.found.v1': ['portal'],
  'transfer.asked.v1': ['portal'],
  'case.offered.v1': ['case-review'],
  'case.offer-ended.v1': ['case-review'],
  'case.transferred.v1': ['case-review', 'reporting'],
  'case.opened.v1': [],
  'information-request.sent.v1': [],
  'information-request.returned.v1': [],
  'information-request.corrected.v1': [],
  'information-request.recalled.v1': [],
  'information-request.escalated.v1': [],
  'information-request.gone-without.v1': [],
  'information-request.nothing-known.v1': [],
  'information-request.redirected.v1': [],
  'review-meeting.not-held.v1': [],
  'review-meeting.held.v1': [],
  'review-meeting.reported.v1': [],
  'hold.began.v1': [],
  'hold.ended.v1': [],
  'case.listed.v1': [],
  'case.deferred.v1': [],
  'case.resumed.v1': [],
  'case.reviewed.v1': [],
  'case.closed.v1': [],
  'case.reopened.v1': ['factor-analysis'],
  'analysis.agreed.v1': ['case-review', 'reporting'],
  'release.built.v1': [],
} as const satisfies Record<EventType, readonly ServiceName[]>

/** Whose word each event is. From anybody else it is refused, whatever it says. */
export const publisherOfType = {
  'area.defined.v1': 'portal',
  'area-settings.changed.v1': 'portal',
  'notification.received.v1': 'intake',
  'notification.accepted.v1': 'intake',
  'identity-and-death.confirmed.v1': 'intake',
  'notification.reported-in-error.v1': 'intake',
  'notification.merged.v1': 'intake',
  'notification.merge-undone.v1': 'intake',
  'case.merged.v1': 'intake',
  'case.merge-undone.v1': 'intake',
  'case.child-corrected.v1': 'intake',
  'household-death.found.v1': 'intake',
  'transfer.asked.v1': 'intake',
  'case.offered.v1': 'intake',
  'case.offer-ended.v1': 'intake',
  'case.transferred.v1': 'intake',
  'case.opened.v1': 'case-review',
  'information-request.sent.v1': 'case-review',
  'information-request.returned.v1': 'case-review',
  'information-request.corrected.v1': 'case-review',
  'information-request.recalled.v1': 'case-review',
  'information-request.escalated.v1': 'case-review',
  'information-request.gone-without.v1': 'case-review',
  'information-request.nothing-known.v1': 'case-review',
  'information-request.redirected.v1': 'case-review',
  'review-meeting.not-held.v1': 'case-review',
  'review-meeting.held.v1': 'case-review',
  'review-meeting.reported.v1': 'case-review',
  'hold.began.v1': 'case-review',
  'hold.ended.v1': 'case-review',
  'case.listed.v1': 'case-review',
  'case.deferred.v1': 'case-review',
  'case.resumed.v1': 'case-review',
  'case.reviewed.v1': 'case-review',
  'case.closed.v1': 'case-review',
  'case.reopened.v1': 'case-review',
  'analysis.agreed.v1': 'factor-analysis',
  'release.built.v1': 'reporting',
} as const satisfies Record<EventType, ServiceName>

/** The events a service acts on. */
export type HeardBy<Service extends ServiceName> = {
  [Type in EventType]: Service extends (typeof hearersOf)[Type][number] ? Type : never
}[EventType]
