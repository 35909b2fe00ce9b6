import type { Subscriptions } from '@cdop/events'
import type { ServiceParts } from '@cdop/service'
import { saveArea } from './area/area-store.ts'

export const subscriptions: Subscriptions<ServiceParts> = {
  'area.defined.v1': (tx, { event }) => saveArea(tx, event.payload),
}
