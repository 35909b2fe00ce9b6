/** Numbers that look random and are the same at every run: invented children must not change between runs. */
export interface Random {
  /** From 0 up to but not including `below`. */
  below(below: number): number
  pick<Item>(items: readonly [Item, ...Item[]]): Item
}

/** A small generator with a full 32-bit period (mulberry32). For invented people only, never for secrets. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    below: (below) => Math.floor(next() * below),
    pick: (items) => items[Math.floor(next() * items.length)] ?? items[0],
  }
}
