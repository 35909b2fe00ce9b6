import type { SubscriptionsOf } from '@cdop/events'
import type { ServiceParts } from '@cdop/service'
import { saveArea } from './area/area-store.ts'
import { saveCaseInError } from './fact/case-in-error-store.ts'
import { saveDeath } from './fact/death-fact-store.ts'
import { saveReview } from './fact/review-fact-store.ts'

/** What reporting hears: areas by name, each death when its notification is accepted, each review when it is agreed. */
export const subscriptions: SubscriptionsOf<'reporting', ServiceParts> = {
  'area.defined.v1': (tx, { event }) => saveArea(tx, event.payload),
  'notification.accepted.v1': (tx, { event }) => saveDeath(tx, event),
  'notification.reported-in-error.v1': (tx, { event }) => saveCaseInError(tx, event),
  'analysis.agreed.v1': (tx, { event }) => saveReview(tx, event),
}
