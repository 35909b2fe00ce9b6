/** Two records by their index, and the logarithm of the odds that they are of one person. */
export type Scored = { readonly one: number; readonly other: number; readonly odds: number }

/**
 * Puts records together into people, so that what is said of all pairs fits together. The surest pair first, two groups
 * become one when all the pairs between them together speak for it: a weak pair inside a strong group is carried, a
 * chance likeness between two groups is not enough.
 * @param oddsOf the odds of any pair, asked for pairs that were no candidates
 * @returns for each record the number of its person
 */
export function entitiesOf(
  records: number,
  scored: readonly Scored[],
  oddsOf: (one: number, other: number) => number,
): readonly number[] {
  const entity = Array.from({ length: records }, (_, record) => record)
  const members = new Map(entity.map((one) => [one, [one]]))
  for (const { one, other, odds } of scored.toSorted((a, b) => b.odds - a.odds)) {
    if (odds <= 0) break
    const [left, right] = [entity[one] ?? one, entity[other] ?? other]
    if (left === right) continue
    const [ours, theirs] = [members.get(left) ?? [], members.get(right) ?? []]
    let sum = 0
    for (const mine of ours) for (const yours of theirs) sum += oddsOf(mine, yours)
    if (sum <= 0) continue
    for (const moved of theirs) entity[moved] = left
    members.set(left, [...ours, ...theirs])
    members.delete(right)
  }
  return entity
}
