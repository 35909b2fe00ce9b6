/** A shared beginning raises the likeness by this much a letter, for at most four. */
const PREFIX_WEIGHT = 0.1
const PREFIX = 4

/** Jaro's likeness of two texts, 0 to 1: shared letters near the same place, less those out of order. */
function jaro(one: string, other: string): number {
  const reach = Math.max(0, Math.floor(Math.max(one.length, other.length) / 2) - 1)
  const taken = new Uint8Array(other.length)
  const shared: number[] = []
  for (let at = 0; at < one.length; at += 1) {
    const until = Math.min(other.length - 1, at + reach)
    for (let there = Math.max(0, at - reach); there <= until; there += 1) {
      if (taken[there] === 0 && one.charCodeAt(at) === other.charCodeAt(there)) {
        taken[there] = 1
        shared.push(one.charCodeAt(at))
        break
      }
    }
  }
  if (shared.length === 0) return 0
  let outOfOrder = 0
  let next = 0
  for (let there = 0; there < other.length; there += 1) {
    if (taken[there] === 0) continue
    if (shared[next] !== other.charCodeAt(there)) outOfOrder += 1
    next += 1
  }
  const count = shared.length
  return (count / one.length + count / other.length + (count - outOfOrder / 2) / count) / 3
}

/** Winkler's likeness of two names, 0 (nothing alike) to 1 (equal). An empty text is like nothing. */
export function jaroWinkler(one: string, other: string): number {
  if (one.length === 0 || other.length === 0) return 0
  if (one === other) return 1
  const likeness = jaro(one, other)
  let prefix = 0
  while (prefix < PREFIX && prefix < one.length && one[prefix] === other[prefix]) prefix += 1
  return likeness + prefix * PREFIX_WEIGHT * (1 - likeness)
}
