import { type Actor, Refusal, type ServiceActor } from '@cdop/domain'

/** @throws Refusal `forbidden` to anybody but case-review on its own account, which alone sends to the national database */
export function requireCaseReview(actor: Actor): ServiceActor {
  if (actor.kind !== 'service' || actor.service !== 'case-review') throw new Refusal('forbidden')
  return actor
}
