/**
 * A CUSUM of counts that looks for a rise: S becomes max(0, S + X − k), and it signals as soon as S reaches h. Both are fractions
 * with one denominator, so that S moves on a lattice and its run length is found exactly.
 */
export type CusumScheme = Readonly<{ denominator: number; reference: number; decision: number }>

/**
 * How long a scheme runs on average until it signals, started at 0, when counts have these chances: the Markov chain of Brook and
 * Evans (1972, Biometrika 59:539), which is exact on a lattice: (I − R) L = 1, R the chances between values of S below h. The last
 * of the chances may leave a tail out: whatever is missing to 1 is taken to signal.
 * @throws RangeError unless denominator, reference and decision are whole numbers of 1 or more
 */
export function averageRunLength(
  chances: ArrayLike<number>,
  { denominator, reference, decision }: CusumScheme,
): number {
  if (![denominator, reference, decision].every((part) => Number.isInteger(part) && part >= 1)) {
    throw new RangeError('a scheme is made of whole numbers')
  }
  const rows = Array.from({ length: decision }, (_, from) => {
    const row = new Float64Array(decision + 1)
    for (let count = 0; count < chances.length; count += 1) {
      const to = Math.max(0, from + denominator * count - reference)
      if (to >= decision) break
      row[to] = (row[to] ?? 0) - (chances[count] ?? 0)
    }
    row[from] = (row[from] ?? 0) + 1
    row[decision] = 1
    return row
  })
  return solvedFirst(rows)
}

/**
 * The chance of a signal within so many periods, started at 0: a false alarm while nothing has changed. The same chain, walked period
 * by period.
 */
export function signalWithin(chances: ArrayLike<number>, scheme: CusumScheme, periods: number): number {
  const { denominator, reference, decision } = scheme
  let at = new Float64Array(decision)
  at[0] = 1
  for (let period = 0; period < periods; period += 1) {
    const next = new Float64Array(decision)
    for (let from = 0; from < decision; from += 1) {
      for (let count = 0; count < chances.length; count += 1) {
        const to = Math.max(0, from + denominator * count - reference)
        if (to >= decision) break
        next[to] = (next[to] ?? 0) + (at[from] ?? 0) * (chances[count] ?? 0)
      }
    }
    at = next
  }
  return 1 - at.reduce((sum, chance) => sum + chance, 0)
}

/** The first unknown of a system whose right side is the last column. I − R is diagonally dominant: elimination needs no pivoting. */
function solvedFirst(rows: readonly Float64Array[]): number {
  const last = rows.length
  // From the last row up, so that the first unknown is left over.
  for (let pivot = last - 1; pivot > 0; pivot -= 1) {
    const row = rows[pivot]
    if (row === undefined) continue
    for (let above = 0; above < pivot; above += 1) {
      const target = rows[above]
      if (target === undefined) continue
      const factor = (target[pivot] ?? 0) / (row[pivot] ?? 1)
      if (factor === 0) continue
      for (let column = 0; column < pivot; column += 1)
        target[column] = (target[column] ?? 0) - factor * (row[column] ?? 0)
      target[last] = (target[last] ?? 0) - factor * (row[last] ?? 0)
    }
  }
  const [first] = rows
  return (first?.[last] ?? Number.NaN) / (first?.[0] ?? Number.NaN)
}
