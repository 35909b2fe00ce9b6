import { JarTrigger } from '../joint-agency-response/jar-trigger.ts'
import { daysBetween, type PlainDate } from '../plain-date/plain-date.ts'
import type { RelatedAdult, RelatedRecord } from './related-record.ts'
import { type RelatedKind, RelatedReason } from './related-state.ts'

export type Relation = { readonly kind: RelatedKind; readonly reasons: readonly RelatedReason[] }

/** What people said of whether two records are of one child. */
export type SameChildReview = 'none' | 'undecided' | 'different'

/** Days: babies of one birth may be born either side of midnight. */
export const BORN_TOGETHER = 1
/** Days: nobody carries two pregnancies to a live birth within 22 weeks of each other. */
export const ONE_PREGNANCY = 154
/** Days: of those hurt together some die later. */
export const ONE_INCIDENT = 3
/** Days: how long a review may take (domain reference 1.4, `TOTAL`): deaths further apart are not under review together. */
export const ONE_CLUSTER = 365

/** Kinds of death that say little of each other where only the hospital is the same. */
const hurt: readonly JarTrigger[] = [
  JarTrigger.enum['external-cause'],
  JarTrigger.enum['suspicion-not-natural'],
]
/** Kinds of death that may come in clusters. */
const clustering: readonly JarTrigger[] = [...hurt, JarTrigger.enum['sudden-no-apparent-cause']]

const shared = <Item>(one: readonly Item[], other: readonly Item[]) =>
  one.filter((item) => other.includes(item))
const known = <Value>(one: Value | null, other: Value | null) => one !== null && other !== null
const same = <Value>(one: Value | null, other: Value | null) => known(one, other) && one === other
const differ = <Value>(one: Value | null, other: Value | null) => known(one, other) && one !== other
const sexOf = ({ sex }: RelatedRecord) => (sex === 'not-known' ? null : sex)

/**
 * Whether anything at all tells two records apart. Of records that nothing tells apart one is a repeat of the other as
 * far as anybody can see: a baby is not its own twin because somebody notified it twice.
 */
function toldApart(one: RelatedRecord, other: RelatedRecord): boolean {
  if (same(one.nhsNumber, other.nhsNumber)) return false
  return (
    differ(one.nhsNumber, other.nhsNumber) ||
    differ(one.givenName, other.givenName) ||
    differ(one.birthOrder, other.birthOrder) ||
    differ(sexOf(one), sexOf(other)) ||
    differ(one.dateOfBirth, other.dateOfBirth)
  )
}

function apart(one: PlainDate | null, other: PlainDate | null): number {
  return one === null || other === null ? Number.POSITIVE_INFINITY : Math.abs(daysBetween(one, other))
}

/** One person by name and date of birth; by name alone where a date is not known and the home is the same. */
function sameAdult(one: RelatedAdult, other: RelatedAdult, sameHome: boolean): boolean {
  if (one.name !== other.name) return false
  if (one.dateOfBirth === null || other.dateOfBirth === null) return sameHome
  return one.dateOfBirth === other.dateOfBirth
}

type Family = {
  sameMother: boolean
  sameParent: boolean
  sameCarer: boolean
  sameHome: boolean
  named: boolean
  namedSibling: boolean
}

/** How one record names the child of the other among the children of its household. */
function namedBy(one: RelatedRecord, { givenName, dateOfBirth }: RelatedRecord) {
  return one.children.filter((child) => child.name === givenName && child.dateOfBirth === dateOfBirth)
}

function familyOf(one: RelatedRecord, other: RelatedRecord): Family {
  const sameHome = shared(one.homes, other.homes).length > 0
  const adults = one.adults.flatMap((adult) =>
    other.adults
      .filter((theirs) => sameAdult(adult, theirs, sameHome))
      .map((theirs) => [adult.is, theirs.is] as const),
  )
  const parents = adults.filter((roles) => !roles.includes('carer'))
  const named = [...namedBy(one, other), ...namedBy(other, one)]
  return {
    sameMother:
      same(one.motherNhsNumber, other.motherNhsNumber) ||
      parents.some((roles) => roles.every((is) => is === 'mother')),
    sameParent: parents.length > 0,
    sameCarer: adults.length > parents.length,
    sameHome,
    named: named.length > 0,
    namedSibling: named.some(({ sibling }) => sibling),
  }
}

function ofOneBirth(one: RelatedRecord, other: RelatedRecord, family: Family): boolean {
  if (one.ofSeveral === false && other.ofSeveral === false) return false
  const days = apart(one.dateOfBirth, other.dateOfBirth)
  if (family.sameMother && days < ONE_PREGNANCY) return true
  if (days > BORN_TOGETHER) return false
  if (family.sameParent || family.namedSibling) return true
  const several = one.ofSeveral === true || other.ofSeveral === true
  return family.sameHome && (several || same(one.familyName, other.familyName))
}

function familyKind(one: RelatedRecord, other: RelatedRecord, family: Family): RelatedKind | null {
  if (ofOneBirth(one, other, family)) return 'twin'
  if (family.sameMother || family.sameParent || family.namedSibling) return 'sibling'
  return family.sameHome || family.sameCarer || family.named ? 'household' : null
}

/** The reasons that hold, in the order they are listed. */
function holding(said: Readonly<Partial<Record<RelatedReason, boolean>>>): readonly RelatedReason[] {
  return RelatedReason.options.filter((reason) => said[reason] === true)
}

function familyRelation(one: RelatedRecord, other: RelatedRecord): Relation | null {
  const family = familyOf(one, other)
  const kind = familyKind(one, other, family)
  if (kind === null) return null
  return {
    kind,
    reasons: holding({
      'same-mother-number': same(one.motherNhsNumber, other.motherNhsNumber),
      'same-parent': family.sameParent,
      'same-carer': family.sameCarer,
      'same-address': family.sameHome,
      'same-family-name': same(one.familyName, other.familyName),
      'named-in-household': family.named,
      'born-together': kind === 'twin',
      'multiple-birth': kind === 'twin' && (one.ofSeveral === true || other.ofSeveral === true),
    }),
  }
}

/** In one home, or at one named place; in one hospital, where many die each day, only if both were hurt. */
function samePlace(one: RelatedRecord, other: RelatedRecord, kinds: readonly JarTrigger[]): boolean {
  return one.places.some((here) =>
    other.places.some(
      (there) =>
        here.place === there.place &&
        ((here.kind !== 'hospital' && there.kind !== 'hospital') ||
          kinds.some((kind) => hurt.includes(kind))),
    ),
  )
}

function deathRelation(one: RelatedRecord, other: RelatedRecord, ofOneFamily: boolean): Relation | null {
  const kinds = shared(one.kindsOfDeath, other.kindsOfDeath)
  const called = one.kindsOfDeath.length > 0 && other.kindsOfDeath.length > 0
  const days = apart(one.dateOfDeath, other.dateOfDeath)
  if (called && days <= ONE_INCIDENT && samePlace(one, other, kinds)) {
    return {
      kind: 'same-incident',
      reasons: holding({
        'same-place': true,
        'died-within-days': true,
        'same-kind-of-death': kinds.length > 0,
      }),
    }
  }
  const schools = shared(one.schools, other.schools).length > 0
  const neighbours = shared(one.neighbourhoods, other.neighbourhoods).length > 0
  const elsewhere = one.places.filter(({ kind }) => kind === 'elsewhere').map(({ place }) => place)
  const place = other.places.some((there) => there.kind === 'elsewhere' && elsewhere.includes(there.place))
  const near = schools || neighbours || place
  if (ofOneFamily || !near || days > ONE_CLUSTER || !kinds.some((kind) => clustering.includes(kind))) {
    return null
  }
  return {
    kind: 'possible-cluster',
    reasons: holding({
      'same-place': place,
      'same-school': schools,
      'same-neighbourhood': neighbours,
      'same-kind-of-death': true,
      'died-within-a-year': true,
    }),
  }
}

/**
 * What two children who died may be to each other by what was notified of them: at most one relation of birth, family
 * or home, and at most one of incident or cluster. None while it is undecided whether they are one child, and none of
 * records that nothing tells apart. Whichever record is named first, the answer is the same.
 */
export function relationsBetween(
  one: RelatedRecord,
  other: RelatedRecord,
  review: SameChildReview,
): readonly Relation[] {
  if (review === 'undecided') return []
  if (review === 'none' && !toldApart(one, other)) return []
  const family = familyRelation(one, other)
  const death = deathRelation(one, other, family !== null)
  return [family, death].filter((relation) => relation !== null)
}
