import { type Actor, type PersonId, Refusal } from '@cdop/domain'

/** Whose decision it is. @throws Refusal `forbidden`: only a person decides where a child lived */
export function personDeciding(actor: Actor): PersonId {
  if (actor.kind !== 'person') throw new Refusal('forbidden')
  return actor.personId
}
