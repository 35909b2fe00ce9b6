/** How well pairs were found: of those said, how many are right; of those there are, how many were said; and both. */
export type Accuracy = {
  readonly truePairs: number
  readonly foundPairs: number
  readonly rightPairs: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

function pairsWithin(groups: readonly (string | number)[]): number {
  const sizes = new Map<string | number, number>()
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
}

/** Holds the people found against the true ones, pair by pair. Without any pair at all, both are perfect. */
export function accuracyOf(found: readonly number[], truth: readonly string[]): Accuracy {
  const truePairs = pairsWithin(truth)
  const foundPairs = pairsWithin(found)
  const rightPairs = pairsWithin(truth.map((person, at) => `${person} ${found[at]}`))
  const precision = foundPairs === 0 ? 1 : rightPairs / foundPairs
  const recall = truePairs === 0 ? 1 : rightPairs / truePairs
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { truePairs, foundPairs, rightPairs, precision, recall, f1 }
}
