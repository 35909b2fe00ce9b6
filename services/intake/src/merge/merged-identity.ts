import { type AgeBand, ageBand, MergeSource, type PlainDate, Refusal, type Sex } from '@cdop/domain'
import { z } from 'zod'
import { KnownIdentity } from '../identity/child-identity.ts'
import type { KnownRecord } from './known-record.ts'

export const IdentityField = KnownIdentity.keyof()
export type IdentityField = z.infer<typeof IdentityField>

/** For every field of the identity, from which of the two records it is kept. */
export const Provenance = z.record(IdentityField, MergeSource)
export type Provenance = z.infer<typeof Provenance>

/** The identity two records make together, each field as the provenance says. */
export function mergedIdentity(
  surviving: KnownIdentity,
  merged: KnownIdentity,
  provenance: Provenance,
): KnownIdentity {
  return KnownIdentity.parse(
    Object.fromEntries(
      IdentityField.options.map((field) => [
        field,
        (provenance[field] === 'surviving' ? surviving : merged)[field],
      ]),
    ),
  )
}

/** What other services are told of a child: no more than this follows from the identity. */
export type ChildFacts = { diedOn: PlainDate; ageBand: AgeBand; sex: Sex }

/**
 * @throws Refusal `dates-out-of-order` when the dates cannot both be right, also beside the day the surviving record
 * was received; `out-of-scope` when by them the person was not under 18; `scope-pending` without a date of birth
 */
export function factsOf(
  { dateOfBirth, dateOfDeath, sex }: KnownIdentity,
  { receivedOn }: Pick<KnownRecord, 'receivedOn'>,
): ChildFacts {
  if (dateOfBirth === null) throw new Refusal('scope-pending')
  if (dateOfDeath < dateOfBirth || dateOfDeath > receivedOn) throw new Refusal('dates-out-of-order')
  const band = ageBand(dateOfBirth, dateOfDeath)
  if (band === null) throw new Refusal('out-of-scope')
  return { diedOn: dateOfDeath, ageBand: band, sex }
}

export function sameFacts(one: ChildFacts, other: ChildFacts): boolean {
  return one.diedOn === other.diedOn && one.ageBand === other.ageBand && one.sex === other.sex
}
