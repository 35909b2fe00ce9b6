/**
 * How much two ratings count as agreement: 1 for the same category, 0 for none, in between for nearly the same. Linear and
 * quadratic weights go by how far apart two categories stand in their list, so they are for ordered categories alone.
 */
export type Weighting = 'identity' | 'linear' | 'quadratic' | Weights

/** Own weights: one row and one column for each category, in the order of the list. */
export type Weights = readonly (readonly number[])[]

/**
 * The weights of so many categories: identity 1 or 0; linear 1 − |i − j| / (q − 1) (Cicchetti and Allison 1971); quadratic
 * 1 − (i − j)² / (q − 1)² (Fleiss and Cohen 1973); or one's own, which must be 1 for the same category, between 0 and 1 and
 * below 1 somewhere elsewhere, and the same whichever panel said which.
 * @throws RangeError for own weights that are not so, and for fewer than two categories
 */
export function weightsOf(weighting: Weighting, categories: number): Weights {
  if (!Number.isInteger(categories) || categories < 2)
    throw new RangeError('agreement needs two categories or more')
  if (typeof weighting !== 'string') return requireWeights(weighting, categories)
  const places = Array.from({ length: categories }, (_, place) => place)
  return places.map((row) =>
    places.map((column) => {
      const apart = Math.abs(row - column) / (categories - 1)
      if (weighting === 'linear') return 1 - apart
      if (weighting === 'quadratic') return 1 - apart ** 2
      return row === column ? 1 : 0
    }),
  )
}

/**
 * Weights from how serious each disagreement is (Cohen 1968): 0 for the same category, the greatest number for the worst.
 * Kappa is the same whatever the unit.
 * @throws RangeError unless some disagreement is serious
 */
export function weightsOfSeriousness(seriousness: Weights): Weights {
  const worst = Math.max(...seriousness.flat())
  if (!(worst > 0) || !Number.isFinite(worst)) throw new RangeError('some disagreement must be serious')
  return requireWeights(
    seriousness.map((row) => row.map((one) => 1 - one / worst)),
    seriousness.length,
  )
}

function requireWeights(weights: Weights, categories: number): Weights {
  if (weights.length !== categories || weights.some((row) => row.length !== categories)) {
    throw new RangeError('weights need a row and a column for each category')
  }
  for (const [row, line] of weights.entries()) {
    for (const [column, weight] of line.entries()) {
      if (!(weight >= 0 && weight <= 1)) throw new RangeError('a weight lies between 0 and 1')
      if (row === column && weight !== 1) throw new RangeError('the same category agrees fully')
      if (weight !== weights[column]?.[row]) throw new RangeError('weights are the same both ways')
    }
  }
  if (weights.every((row) => row.every((weight) => weight === 1))) {
    throw new RangeError('some disagreement must count as one')
  }
  return weights
}
