import { z } from 'zod'

/** Whole numbers from `min` to `max`, both included; `max` null when there is no limit. */
export const ValueRange = z.strictObject({
  min: z.int().nonnegative(),
  max: z.int().nonnegative().nullable(),
})
export type ValueRange = z.infer<typeof ValueRange>

/** Ranges in rising order that neither touch nor overlap. */
export type ValueSet = readonly ValueRange[]

/** The union of some ranges. */
export function union(ranges: readonly ValueRange[]): ValueSet {
  const sorted = ranges.filter(({ min, max }) => max === null || max >= min).sort((a, b) => a.min - b.min)
  const joined: ValueRange[] = []
  for (const range of sorted) {
    const last = joined.at(-1)
    if (last === undefined || (last.max !== null && last.max + 1 < range.min)) {
      joined.push({ ...range })
    } else {
      last.max = last.max === null || range.max === null ? null : Math.max(last.max, range.max)
    }
  }
  return joined
}

/** How many values the set holds; Infinity when it has no limit. */
export function size(set: ValueSet): number {
  return set.reduce((sum, { min, max }) => sum + (max === null ? Number.POSITIVE_INFINITY : max - min + 1), 0)
}

/** Whether the set holds the value. */
export function holds(set: ValueSet, value: number): boolean {
  return set.some(({ min, max }) => value >= min && (max === null || value <= max))
}

/** Whether the set holds a value below this one. */
export function holdsBelow(set: ValueSet, value: number): boolean {
  const first = set.at(0)
  return first !== undefined && first.min < value
}

/** Whether the set holds a value above this one. */
export function holdsAbove(set: ValueSet, value: number): boolean {
  const last = set.at(-1)
  return last !== undefined && (last.max === null || last.max > value)
}

/** The values in both sets. */
export function intersection(one: ValueSet, other: ValueSet): ValueSet {
  const least = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : Math.min(a, b))
  return one.flatMap((mine) =>
    other.flatMap((theirs) => {
      const min = Math.max(mine.min, theirs.min)
      const max = least(mine.max, theirs.max)
      return max === null || max >= min ? [{ min, max }] : []
    }),
  )
}
