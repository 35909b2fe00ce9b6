import type { SubscriptionsOf } from '@cdop/events'
import { saveKnownArea } from './area/area-directory-store.ts'
import { saveAreaSettings } from './area/area-settings-store.ts'
import { saveArea } from './area/area-store.ts'
import type { Parts } from './parts.ts'

export const subscriptions: SubscriptionsOf<'intake', Parts> = {
  'area.defined.v1': async (tx, { event }) => {
    await saveArea(tx, event.payload)
    await saveKnownArea(tx, event.payload)
  },
  'area-settings.changed.v1': (tx, { event }) => saveAreaSettings(tx, event.payload),
}
