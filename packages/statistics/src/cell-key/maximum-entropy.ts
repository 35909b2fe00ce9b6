/** What the noise of a count may be. */
export type NoiseRule = Readonly<{
  /** No count is changed by more than this. */
  most: number
  /** The variance of the noise of every count that allows it. */
  variance: number
  /** No result from 1 to this: 0 where every result may be. */
  noneUpTo: number
}>

/**
 * The noise of a count with the greatest entropy: mean zero, the variance asked for, at most so large, and no result below zero or
 * from 1 to `noneUpTo` (Giessing 2016). A small count that cannot have so little variance gets the least it can, one that cannot have
 * so much the most. Chances by noise; they add up to 1.
 */
export function noiseOf(count: number, { most, variance, noneUpTo }: NoiseRule): ReadonlyMap<number, number> {
  const support: number[] = []
  for (let noise = -most; noise <= most; noise += 1) {
    const result = count + noise
    if (result >= 0 && (result === 0 || result > noneUpTo)) support.push(noise)
  }
  const below = support.filter((noise) => noise < 0)
  const above = support.filter((noise) => noise > 0)
  if (support.includes(0) && (below.length === 0 || above.length === 0)) return new Map([[0, 1]])
  if (below.length === 0 || above.length === 0)
    throw new RangeError(`a count of ${count} has no noise without bias under this rule`)
  const least = support.includes(0) ? 0 : spread(below.at(-1) ?? 0, above[0] ?? 0)
  const greatest = spread(below[0] ?? 0, above.at(-1) ?? 0)
  // An extreme is reached by two values alone, and only in the limit by a smooth distribution.
  const margin = (greatest - least) / 1000
  return withMoments(support, Math.min(greatest - margin, Math.max(least + margin, variance)))
}

/** The variance of two values that balance at zero. */
function spread(low: number, high: number): number {
  return -low * high
}

/** The distribution exp(a v + b v²) on these values with mean zero and this variance: Newton's way down a convex function. */
function withMoments(support: readonly number[], variance: number): Map<number, number> {
  let [a, b] = [0, 0]
  const chances = (slope: number, bend: number) => {
    const powers = support.map((noise) => slope * noise + bend * noise * noise)
    const top = Math.max(...powers)
    const weights = powers.map((power) => Math.exp(power - top))
    const sum = weights.reduce((total, weight) => total + weight, 0)
    return { weights: weights.map((weight) => weight / sum), log: top + Math.log(sum) }
  }
  const height = (slope: number, bend: number) => chances(slope, bend).log - bend * variance
  for (let turn = 0; turn < 500; turn += 1) {
    const { weights } = chances(a, b)
    const moment = (power: number) =>
      support.reduce((sum, noise, at) => sum + (weights[at] ?? 0) * noise ** power, 0)
    const [one, two, three, four] = [moment(1), moment(2), moment(3), moment(4)]
    const [da, db] = [one, two - variance]
    if (Math.abs(da) < 1e-12 && Math.abs(db) < 1e-12) break
    const [aa, ab, bb] = [two - one * one, three - one * two, four - two * two]
    const determinant = aa * bb - ab * ab
    if (!(determinant > 0)) throw new RangeError('no distribution has these moments')
    const stepA = (bb * da - ab * db) / determinant
    const stepB = (aa * db - ab * da) / determinant
    let length = 1
    const start = height(a, b)
    while (length > 1e-9 && height(a - length * stepA, b - length * stepB) > start) length /= 2
    a -= length * stepA
    b -= length * stepB
  }
  const { weights } = chances(a, b)
  return new Map(support.map((noise, at) => [noise, weights[at] ?? 0]))
}
