import type { PlaceOfDeathCode } from '../fact/codes.ts'
import type { ReviewFact } from '../fact/review-fact.ts'

/** What the chance of finding modifiable factors depends on however a panel codes, the most telling first. */
export type CaseMix = readonly [category: string, ageBand: string, place: string]

/** One completed review: its case mix, and whether modifiable factors were found. */
export type MixedReview = Readonly<{ mix: CaseMix; modifiable: boolean }>

/** How many reviews, and in how many of them modifiable factors were found. */
export type StratumCounts = Readonly<{ reviews: number; modifiable: number }>

/** Reviews of all areas in strata large enough to say what share of each has modifiable factors. */
export type CaseMixStrata = Readonly<{
  strata: ReadonlyMap<string, StratumCounts>
  /** What the strata hold together. */
  all: StratumCounts
  /** Reviews that no stratum holds, since what was left over was too few to make one. */
  leftOver: number
}>

/** Reviews below which a stratum does not stand alone. */
export const FEWEST_IN_STRATUM = 10

const atHome: readonly PlaceOfDeathCode[] = [
  'home-of-normal-residence',
  'other-private-residence',
  'foster-home',
  'residential-care',
]
const inHospital: readonly PlaceOfDeathCode[] = ['mental-health-inpatient-unit']

/** The case mix of a review, with places of death in five groups: hospital, home, hospice, elsewhere, not known. */
export function caseMixOf(
  review: Pick<ReviewFact, 'primaryCategory' | 'ageBand'>,
  place: PlaceOfDeathCode | undefined,
): CaseMix {
  return [`${review.primaryCategory}`, review.ageBand ?? 'not-known', placeGroup(place)]
}

function placeGroup(place: PlaceOfDeathCode | undefined): string {
  if (place === undefined || place === 'not-known') return 'not-known'
  if (place.startsWith('hospital-') || inHospital.includes(place)) return 'hospital'
  if (atHome.includes(place)) return 'home'
  return place === 'hospice' ? 'hospice' : 'elsewhere'
}

/**
 * Sorts the reviews of all areas into strata by category, age band and place. Cells with too few reviews are put together with
 * the others of their category and age band, what is still too few with those of its category, then with all: every review
 * stands in one stratum, so that strata add up. A stratum of leftovers mixes unlike cases: the fewer, the better.
 */
export function caseMixStrata(reference: readonly MixedReview[], fewest = FEWEST_IN_STRATUM): CaseMixStrata {
  if (!Number.isInteger(fewest) || fewest < 1) throw new RangeError('a stratum needs a review or more')
  const strata = new Map<string, StratumCounts>()
  let open = countedBy(
    reference.map(({ mix, modifiable }) => ({ prefix: mix, reviews: 1, modifiable: Number(modifiable) })),
  )
  for (let length = finest; length >= 0; length -= 1) {
    const tooFew: Group[] = []
    for (const [key, group] of open) {
      if (group.reviews >= fewest) strata.set(key, { reviews: group.reviews, modifiable: group.modifiable })
      else tooFew.push({ ...group, prefix: group.prefix.slice(0, -1) })
    }
    open = countedBy(tooFew)
  }
  return { strata, all: totalOf(strata.values()), leftOver: totalOf(open.values()).reviews }
}

/** The reviews of one area in the strata of all; those no stratum is for are counted apart. */
export function sortedInto(
  { strata }: CaseMixStrata,
  reviews: readonly MixedReview[],
): { counts: ReadonlyMap<string, StratumCounts>; withoutReference: number } {
  const counts = new Map<string, StratumCounts>()
  let withoutReference = 0
  for (const { mix, modifiable } of reviews) {
    const key = stratumOf(strata, mix)
    if (key === null) {
      withoutReference += 1
      continue
    }
    const counted = counts.get(key) ?? { reviews: 0, modifiable: 0 }
    counts.set(key, {
      reviews: counted.reviews + 1,
      modifiable: counted.modifiable + Number(modifiable),
    })
  }
  return { counts, withoutReference }
}

export function totalOf(counts: Iterable<StratumCounts>): StratumCounts {
  let reviews = 0
  let modifiable = 0
  for (const one of counts) {
    reviews += one.reviews
    modifiable += one.modifiable
  }
  return { reviews, modifiable }
}

type Group = StratumCounts & Readonly<{ prefix: readonly string[] }>

const finest = 3
const keyOf = (prefix: readonly string[]): string => JSON.stringify(prefix)

function stratumOf(strata: ReadonlyMap<string, StratumCounts>, mix: CaseMix): string | null {
  for (let length = finest; length >= 0; length -= 1) {
    const key = keyOf(mix.slice(0, length))
    if (strata.has(key)) return key
  }
  return null
}

function countedBy(groups: readonly Group[]): Map<string, Group> {
  const counted = new Map<string, Group>()
  for (const group of groups) {
    const key = keyOf(group.prefix)
    const found = counted.get(key)
    counted.set(
      key,
      found === undefined
        ? group
        : {
            ...group,
            reviews: found.reviews + group.reviews,
            modifiable: found.modifiable + group.modifiable,
          },
    )
  }
  return counted
}
