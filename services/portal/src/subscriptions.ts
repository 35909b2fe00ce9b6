import type { SubscriptionsOf } from '@cdop/events'
import { askDoctors } from './household-death/ask-doctors.ts'
import type { PortalParts } from './portal-parts.ts'

/** What the portal hears, and what it does then. */
export const subscriptions: SubscriptionsOf<'portal', PortalParts> = {
  'household-death.found.v1': (tx, { event, parts }) =>
    askDoctors(tx, parts, { areaId: event.areaId, relatedId: event.payload.relatedId }),
}
