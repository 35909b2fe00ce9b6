/**
 * The chance that a chi-square of one degree of freedom is at least so large: two-sided p of a standard score whose square it is.
 * By the series of the error function below 3 and Lentz's continued fraction above (Abramowitz and Stegun 7.1.5 and 7.1.14); the
 * error is below 1e-13.
 * @throws RangeError for a statistic below 0
 */
export function chiSquareTail(statistic: number): number {
  if (!(statistic >= 0)) throw new RangeError('a chi-square is 0 or more')
  const at = Math.sqrt(statistic / 2)
  return at < 3 ? 1 - errorFunction(at) : complement(at)
}

function errorFunction(at: number): number {
  let term = at
  let sum = at
  for (let power = 1; Math.abs(term) > 1e-17 * Math.abs(sum); power += 1) {
    term *= -(at ** 2) / power
    sum += term / (2 * power + 1)
    if (power > 200) break
  }
  return (2 / Math.sqrt(Math.PI)) * sum
}

function complement(at: number): number {
  let fraction = at
  for (let depth = 60; depth >= 1; depth -= 1) fraction = at + depth / 2 / fraction
  return Math.exp(-(at ** 2)) / (Math.sqrt(Math.PI) * fraction)
}
