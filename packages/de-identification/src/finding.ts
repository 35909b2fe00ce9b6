import type { FamilyRole, PlaceKind, Profession } from './case-identifiers.ts'

export const FINDING_KINDS = [
  'name of the child',
  'name of family',
  'name of staff',
  'name of somebody',
  'initials',
  'NHS number',
  'telephone number',
  'e-mail address',
  'postcode',
  'address',
  'date',
  'place',
  'reference',
  'name on the internet',
] as const
export type FindingKind = (typeof FINDING_KINDS)[number]

/** Why something was found: a code, so that it can be counted and explained without quoting what was found. */
export const FINDING_REASONS = [
  'as recorded',
  'short form',
  'shortened or with an ending',
  'initials',
  'slip of the pen',
  'two slips of the pen',
  'three slips of the pen',
  'sounds alike',
  'inside a longer word',
  'broken up',
  'also an ordinary word',
  'also an abbreviation',
  'part of it',
  'written in words',
  'own date',
  'other date',
  'part of a date',
  'valid check digit',
  'form of a number',
  'form of a postcode',
  'form of a telephone number',
  'form of an e-mail address',
  'form of an address',
  'form of a web name',
  'title before a name',
  'kin before a name',
  'name of an institution',
  'known abbreviation',
  'two unknown names',
  'unknown name',
] as const
export type FindingReason = (typeof FINDING_REASONS)[number]

/** A person or place that keeps one pseudonym throughout a pack. */
export type Entity =
  | { readonly type: 'family'; readonly key: string; readonly role: FamilyRole }
  | { readonly type: 'household'; readonly key: string }
  | { readonly type: 'staff'; readonly key: string; readonly profession: Profession }
  | { readonly type: 'place'; readonly key: string; readonly kind: PlaceKind }

/** What stands in the compiled text instead. */
export type Instead =
  | { readonly type: 'entity'; readonly entity: Entity }
  /** Words without identifiers: "NHS number", "a Saturday in November, day 3 of life". */
  | { readonly type: 'words'; readonly words: string }

/** A piece of a narrative that may say who somebody is. Offsets are of the text as written. */
export type Finding = {
  readonly start: number
  readonly end: number
  readonly kind: FindingKind
  readonly certainty: 'certain' | 'doubtful'
  readonly reason: FindingReason
  /** Of this case's own identifiers, rather than something that only looks like one. */
  readonly own: boolean
  readonly instead: Instead
}

/** A finding before those that overlap are settled. The higher weight wins, then the longer. */
export type Candidate = Finding & { readonly weight: number }
