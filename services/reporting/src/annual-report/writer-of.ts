import { type Actor, type PersonId, Refusal } from '@cdop/domain'

/** @throws Refusal `not-found` for whoever is no person */
export function writerOf(actor: Actor): PersonId {
  if (actor.kind !== 'person') throw new Refusal('not-found')
  return actor.personId
}
