import type { SubscriptionsOf } from '@cdop/events'
import type { ServiceParts } from '@cdop/service'
import { saveArea } from './area/area-store.ts'

export const subscriptions: SubscriptionsOf<'intake', ServiceParts> = {
  'area.defined.v1': (tx, { event }) => saveArea(tx, event.payload),
}
