import type { SubscriptionsOf } from '@cdop/events'
import type { ServiceParts } from '@cdop/service'
import { beginOnReopening } from './analysis/begin-on-reopening.ts'
import { withdrawOnReopening } from './double-coding/blindness.ts'
import { keepReleasedFigures } from './effect/released-figure-store.ts'
import { markDigest } from './follow-up/digest-store.ts'

/** What factor-analysis hears: a review that begins again has a next version of its analysis; a mail to an owner left;
 * a release was published, and what was recommended is measured again. */
export const subscriptions: SubscriptionsOf<'factor-analysis', ServiceParts> = {
  'case.reopened.v1': async (tx, { actor, event, parts }) => {
    await withdrawOnReopening(tx, { actor, parts, reopened: event.payload })
    await beginOnReopening(tx, { actor, parts, reopened: event.payload })
  },
  'owner-digest.mailed.v1': (tx, { event: { areaId, payload, recordedAt } }) =>
    markDigest(tx, areaId, payload.digestId, { outcome: payload.outcome, at: recordedAt }),
  'release-figures.published.v1': (tx, { event: { areaId, payload } }) =>
    keepReleasedFigures(tx, areaId, payload),
}
