/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export type Random = () => number

export function chance(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export const below = (random: Random, count: number) => Math.floor(random() * count)

export function pick<Value>(random: Random, from: readonly Value[]): Value {
  const found = from[below(random, from.length)]
  if (found === undefined) throw new RangeError('nothing to pick from')
  return found
}
