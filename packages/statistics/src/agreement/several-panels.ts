import { type Agreement, type AgreementSettings, agreementOf, type CoefficientName } from './coefficient.ts'
import { isOneCategory } from './gwet-ac.ts'
import { requirePlace, sum } from './pair-table.ts'
import { type Weighting, weightsOf } from './weights.ts'

/** How many panels put each case into each category; how many rated a case may differ, and which ones they were too. */
export type RatingCounts = Readonly<{
  categories: readonly string[]
  counts: readonly (readonly number[])[]
}>

/**
 * Counts what several panels said, null where one did not rate a case. Cases nobody rated are left out.
 * @throws UnlistedCode for a rating that is not on the list
 */
export function ratingCounts(
  categories: readonly string[],
  ratings: readonly (readonly (string | null)[])[],
): RatingCounts {
  const places = new Map(categories.map((category, place) => [category, place]))
  if (places.size !== categories.length) throw new RangeError('a category stands on the list once')
  const counts = ratings.map((ofCase) => {
    const counted = categories.map(() => 0)
    for (const rating of ofCase) {
      if (rating === null) continue
      const place = requirePlace(places, rating)
      counted[place] = (counted[place] ?? 0) + 1
    }
    return counted
  })
  return { categories, counts: counts.filter((counted) => sum(counted) > 0) }
}

type Settings = AgreementSettings & Readonly<{ weighting?: Weighting }>

/**
 * Fleiss' kappa of any number of panels (Fleiss 1971), also weighted, and with ratings missing as Gwet has it (2014):
 *
 * po = the mean over cases with two ratings or more of Σk rik (r*ik − 1) / (ri (ri − 1)), r*ik = Σl wkl ril
 * pe = Σ wkl πk πl, πk = the mean over all cases of rik / ri
 *
 * A case that one panel rated counts for πk alone. The standard error is Gwet's (2008; with missing ratings 2014), by
 * linearisation over cases. Those of Fleiss (1971) and of Fleiss, Nee and Landis (1979) hold only where kappa is 0, so no
 * interval can be made of them.
 */
export function fleissKappa(ratings: RatingCounts, settings: Settings = {}): Agreement {
  return ofSeveral('fleiss-kappa', ratings, settings, (weights, mean) =>
    weights.map((row) => sum(row.map((weight, category) => weight * (mean[category] ?? 0)))),
  )
}

/** Gwet's AC1, AC2 where weights are given, of any number of panels and with ratings missing (Gwet 2008, 2014). */
export function gwetAgreementOfSeveral(ratings: RatingCounts, settings: Settings = {}): Agreement {
  const isWeighted = settings.weighting !== undefined && settings.weighting !== 'identity'
  return ofSeveral(isWeighted ? 'gwet-ac2' : 'gwet-ac1', ratings, settings, (weights, mean) => {
    const scale = sum(weights.flat()) / (mean.length * (mean.length - 1))
    return mean.map((share) => scale * (1 - share))
  })
}

/** Chance agreement is Σ πk ck; what one rating of a category adds to it is ck, worked out from the weights and the πk. */
type ByChance = (weights: readonly (readonly number[])[], mean: readonly number[]) => readonly number[]

function ofSeveral(
  coefficient: CoefficientName,
  { categories, counts }: RatingCounts,
  settings: Settings,
  chanceOf: ByChance,
): Agreement {
  const weights = weightsOf(settings.weighting ?? 'identity', categories.length)
  requireCounts(counts, categories.length)
  const rated = counts.filter((row) => sum(row) > 0)
  const twice = rated.filter((row) => sum(row) > 1).length
  return agreementOf({ coefficient, cases: twice }, settings, () => {
    const mean = categories.map(
      (_, place) => sum(rated.map((row) => (row[place] ?? 0) / sum(row))) / rated.length,
    )
    if (isOneCategory(mean)) return null
    const seen = rated.map((row) => agreedShare(row, weights))
    const observed = sum(seen.map((share) => share ?? 0)) / twice
    const chance = chanceOf(weights, mean)
    const byChance = sum(mean.map((share, place) => share * (chance[place] ?? 0)))
    const variance = (found: number) => {
      const squares = rated.map((row, place) => {
        const share = seen[place] ?? null
        const own = share === null ? 0 : ((rated.length / twice) * (share - byChance)) / (1 - byChance)
        const byOwnChance = sum(row.map((count, category) => count * (chance[category] ?? 0))) / sum(row)
        return (own - (2 * (1 - found) * (byOwnChance - byChance)) / (1 - byChance) - found) ** 2
      })
      return sum(squares) / (rated.length * (rated.length - 1))
    }
    return { observed, byChance, variance }
  })
}

/** How far those who rated one case agree; null when it was one. */
function agreedShare(row: readonly number[], weights: readonly (readonly number[])[]): number | null {
  const ratings = sum(row)
  if (ratings < 2) return null
  const agreeing = row.map((count, category) => {
    const near = sum(row.map((other, at) => other * (weights[category]?.[at] ?? 0)))
    return count * (near - 1)
  })
  return sum(agreeing) / (ratings * (ratings - 1))
}

function requireCounts(counts: readonly (readonly number[])[], categories: number): void {
  for (const row of counts) {
    if (row.length !== categories || row.some((count) => !Number.isInteger(count) || count < 0)) {
      throw new RangeError('each case has a whole number of ratings for each category')
    }
  }
}
