import { type Actor, type Person, Refusal } from '@cdop/domain'

/** @throws Refusal `forbidden` for anybody but a person with an account */
export function requirePerson(actor: Actor): Person {
  if (actor.kind !== 'person') throw new Refusal('forbidden')
  return actor
}
