import type { SubscriptionsOf } from '@cdop/events'
import type { ServiceParts } from '@cdop/service'
import { beginOnReopening } from './analysis/begin-on-reopening.ts'

/** What factor-analysis hears: a review that begins again has a next version of its analysis. */
export const subscriptions: SubscriptionsOf<'factor-analysis', ServiceParts> = {
  'case.reopened.v1': (tx, { actor, event, parts }) =>
    beginOnReopening(tx, { actor, parts, reopened: event.payload }),
}
