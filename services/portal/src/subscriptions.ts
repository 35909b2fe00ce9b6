import type { SubscriptionsOf } from '@cdop/events'
import { askEscalation } from './escalation/mail-escalation.ts'
import { saveSeats } from './guest-seat/guest-seat-store.ts'
import { askDoctors } from './household-death/ask-doctors.ts'
import { askPanel } from './panel-invitation/ask-panel.ts'
import type { PortalParts } from './portal-parts.ts'
import { askToRegional } from './regional-asked/ask-to-regional.ts'
import { askCoordinators } from './transfer-asked/ask-coordinators.ts'
import { askPeople } from './urgent-alert/ask-people.ts'

/** What the portal hears, and what it does then. */
export const subscriptions: SubscriptionsOf<'portal', PortalParts> = {
  'household-death.found.v1': (tx, { event, parts }) =>
    askDoctors(tx, parts, { areaId: event.areaId, relatedId: event.payload.relatedId }),
  'transfer.asked.v1': (tx, { event }) =>
    askCoordinators(tx, { areaId: event.areaId, transferId: event.payload.transferId }),
  'panel-meeting.announced.v1': (tx, { event, parts }) =>
    askPanel(tx, parts, { areaId: event.areaId, ...event.payload }),
  'recommendation.escalated.v1': (tx, { event: { areaId, payload } }) =>
    askEscalation(tx, { areaId, on: payload.on }),
  'urgent-alert.raised.v1': (tx, { event: { areaId, payload }, parts }) =>
    askPeople(tx, parts, { areaId, alertId: payload.alertId, about: 'raised' }),
  'urgent-alert.unacknowledged.v1': (tx, { event: { areaId, payload }, parts }) =>
    askPeople(tx, parts, { areaId, alertId: payload.alertId, about: 'unacknowledged' }),
  'guest-seats.changed.v1': (tx, { event }) => saveSeats(tx, event.areaId, event.payload),
  'regional-meeting.asked.v1': (tx, { event }) =>
    askToRegional(tx, { areaId: event.areaId, regionalMeetingId: event.payload.regionalMeetingId }),
}
