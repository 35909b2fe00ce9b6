import { differentBabies, Refusal } from '@cdop/domain'
import type { KnownRecord } from './known-record.ts'

/**
 * Whether one record may be taken into another.
 * @throws Refusal `already-one-record`, `cannot-survive` when a case would end in a record without one,
 * `notification-decided` when one of them was decided otherwise, `keep-the-dated-record`, `different-babies`
 */
export function requireMergeable(merged: KnownRecord, surviving: KnownRecord): void {
  const [one, other] = [merged.state, surviving.state]
  if (one === 'duplicate' || other === 'duplicate') throw new Refusal('already-one-record')
  for (const state of [one, other]) {
    if (state !== 'received' && state !== 'accepted') throw new Refusal('notification-decided')
  }
  if (one === 'accepted' && other !== 'accepted') throw new Refusal('cannot-survive')
  const dated = [merged, surviving].map(({ identity }) => identity.dateOfBirth !== null)
  if (dated[0] && !dated[1]) throw new Refusal('keep-the-dated-record')
  requireOneBaby(merged, surviving)
}

/** @throws Refusal `different-babies` */
export function requireOneBaby(one: KnownRecord, other: KnownRecord): void {
  if (differentBabies(one.read.content.child, other.read.content.child)) throw new Refusal('different-babies')
}
