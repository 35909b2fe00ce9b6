/** Numbers from 0 to 1, one after another. */
export type Random = () => number

/** A sequence of numbers from 0 to 1 that is the same for the same seed (mulberry32). */
export function chance(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A whole number from 0, below this one. */
export const below = (random: Random, count: number) => Math.floor(random() * count)

/** Any of these, each as likely. */
export function pick<Value>(random: Random, from: readonly Value[]): Value {
  const found = from[below(random, from.length)]
  if (found === undefined) throw new RangeError('nothing to pick from')
  return found
}
/** Like names in a country: the first of the list by far the most often. */
export function pickSkewed(random: Random, from: readonly string[]): string {
  return from[Math.min(from.length - 1, Math.floor(from.length * random() ** 2.2))] ?? ''
}
