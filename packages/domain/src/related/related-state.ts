import { z } from 'zod'
import { Refusal } from '../refusal/refusal.ts'

/**
 * What two children who died may be to each other. Of one birth, of the same parents, of one household: the closest
 * alone is said. Of one incident, or possibly of one cluster: never both.
 */
export const RelatedKind = z.enum(['twin', 'sibling', 'household', 'same-incident', 'possible-cluster'])
export type RelatedKind = z.infer<typeof RelatedKind>

/** Kinds that mean another child of the same home or family died: the designated doctor hears of it the same day. */
export const householdKinds: readonly RelatedKind[] = ['twin', 'sibling', 'household']

/** Why a relation is proposed. Codes alone: which name or address it was stands in the two records. */
export const RelatedReason = z.enum([
  'same-mother-number',
  'same-parent',
  'same-carer',
  'same-address',
  'same-family-name',
  'named-in-household',
  'born-together',
  'multiple-birth',
  'died-within-days',
  'same-place',
  'same-school',
  'same-neighbourhood',
  'same-kind-of-death',
  'died-within-a-year',
])
export type RelatedReason = z.infer<typeof RelatedReason>

/** A relation is proposed by the records and decided by a person; it lapses when the records no longer say it. */
export const RelatedState = z.enum(['proposed', 'confirmed', 'dismissed', 'lapsed'])
export type RelatedState = z.infer<typeof RelatedState>

/** Every step that may be taken. Nothing decided becomes a proposal again: "not related" is remembered. */
export const nextRelatedStates: Record<RelatedState, readonly RelatedState[]> = {
  proposed: ['confirmed', 'dismissed', 'lapsed'],
  lapsed: ['proposed'],
  confirmed: ['dismissed'],
  dismissed: ['confirmed'],
}

/** What a person may decide. */
export const RelatedDecision = RelatedState.extract(['confirmed', 'dismissed'])
export type RelatedDecision = z.infer<typeof RelatedDecision>

/** On what a person decided. */
export const RelatedGround = z.enum([
  'records-show-it',
  'family-or-agency-said-so',
  'different-families',
  'shared-address-only',
  'no-link-between-deaths',
  'entered-wrongly',
])
export type RelatedGround = z.infer<typeof RelatedGround>

/** On what each may be decided. */
export const groundsOf: Record<RelatedDecision, readonly RelatedGround[]> = {
  confirmed: ['records-show-it', 'family-or-agency-said-so'],
  dismissed: ['different-families', 'shared-address-only', 'no-link-between-deaths', 'entered-wrongly'],
}

/** @throws Refusal `relation-decided` when the step is not in the table */
export function stepRelated(from: RelatedState, to: RelatedState): RelatedState {
  if (!nextRelatedStates[from].includes(to)) throw new Refusal('relation-decided')
  return to
}
