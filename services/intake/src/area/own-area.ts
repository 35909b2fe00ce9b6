import { type Actor, type AreaId, areasOf, Refusal } from '@cdop/domain'

/** @throws Refusal `not-found` when the area is not one of the actor's: it is not said whether it exists */
export function requireOwnArea(actor: Actor, areaId: AreaId): void {
  if (!areasOf(actor).includes(areaId)) throw new Refusal('not-found')
}
