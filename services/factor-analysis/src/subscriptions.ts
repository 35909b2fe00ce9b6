import type { SubscriptionsOf } from '@cdop/events'
import type { ServiceParts } from '@cdop/service'

/** What happens elsewhere needs no answer here yet: a case is analysed when somebody with a pass opens it. */
export const subscriptions: SubscriptionsOf<'factor-analysis', ServiceParts> = {}
