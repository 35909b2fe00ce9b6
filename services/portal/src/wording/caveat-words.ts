import type { CaveatAudience, CaveatKind } from '@cdop/domain'

/** Why something is withheld, in words: for whoever may know. */
export const caveatKindWords: Readonly<Record<CaveatKind, string>> = {
  'prosecution-pending': 'A prosecution is pending',
  'not-for-family': 'Not for the family',
  'third-party-confidence': 'Said in confidence by or about somebody else',
  'originator-agreement': 'Needs the agreement of whoever it came from',
}

/** From whom something can be withheld, in words. */
export const caveatAudienceWords: Readonly<Record<CaveatAudience, string>> = {
  office: 'coordinators and designated doctors',
  copy: 'downloaded copies',
  panel: 'the panel',
  family: 'the family and its key workers',
  reporter: 'the agency that returned it',
  'national-database': 'the national database',
  'receiving-area': 'an area that takes the case over',
}
