import type { RelatedGround, RelatedKind, RelatedReason, RelatedState } from '@cdop/domain'

/** What two children who died may be to each other. */
export const relatedKindWords: Readonly<Record<RelatedKind, string>> = {
  twin: 'Babies of one birth',
  sibling: 'Siblings',
  household: 'Children of one household',
  'same-incident': 'One incident',
  'possible-cluster': 'Possible cluster',
}

const reasonWords: Readonly<Record<RelatedReason, string>> = {
  'same-mother-number': 'same NHS number of the mother',
  'same-parent': 'same parent',
  'same-carer': 'same carer',
  'same-address': 'same address',
  'same-family-name': 'similar family name',
  'named-in-household': 'one is named in the household of the other',
  'born-together': 'born together',
  'multiple-birth': 'notified as a multiple birth',
  'died-within-days': 'died within days of each other',
  'same-place': 'same place',
  'same-school': 'same school',
  'same-neighbourhood': 'same neighbourhood',
  'same-kind-of-death': 'same kind of death',
  'died-within-a-year': 'died within a year of each other',
}

/** Why a relation is proposed, as one sentence without its full stop. */
export function relatedReasons(reasons: readonly RelatedReason[]): string {
  const text = reasons.map((reason) => reasonWords[reason]).join(', ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export const relatedStateWords: Readonly<Record<RelatedState, string>> = {
  proposed: 'To decide',
  confirmed: 'Related',
  dismissed: 'Not related',
  lapsed: 'No longer proposed: an answer was corrected',
}

/** On what it is decided, as somebody chooses it. */
export const relatedGroundWords: Readonly<Record<RelatedGround, string>> = {
  'records-show-it': 'Related: the records show it',
  'family-or-agency-said-so': 'Related: the family or an agency said so',
  'different-families': 'Not related: different families',
  'shared-address-only': 'Not related: only the address is shared, such as a hostel or an earlier home',
  'no-link-between-deaths': 'Not related: nothing links the deaths',
  'entered-wrongly': 'Not related: an answer was entered wrongly',
}
