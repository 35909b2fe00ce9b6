/** Rows of the table below, kept between calls: millions of short texts are compared. */
const LONGEST = 256
let beforeLast = new Uint8Array(LONGEST + 1)
let last = new Uint8Array(LONGEST + 1)
let current = new Uint8Array(LONGEST + 1)

/**
 * How many insertions, deletions, substitutions and swaps of neighbours turn one text into the other (optimal string
 * alignment); anything above `most` is `most + 1`, which is found out early. Of longer texts the first 256 characters
 * count.
 */
export function editDistance(whole: string, otherWhole: string, most: number): number {
  const tooFar = most + 1
  if (whole === otherWhole) return 0
  if (Math.abs(whole.length - otherWhole.length) > most) return tooFar
  const [one, other] = [whole.slice(0, LONGEST), otherWhole.slice(0, LONGEST)]
  for (let column = 0; column <= other.length; column += 1) last[column] = Math.min(column, tooFar)
  for (let row = 1; row <= one.length; row += 1) {
    const letter = one.charCodeAt(row - 1)
    // Only near the diagonal can anything come to `most`.
    const from = Math.max(1, row - most)
    const until = Math.min(other.length, row + most)
    current.fill(tooFar, 0, other.length + 1)
    if (row <= most) current[0] = row
    let least = row <= most ? row : tooFar
    for (let column = from; column <= until; column += 1) {
      const there = other.charCodeAt(column - 1)
      let cost = Math.min(
        (last[column] ?? tooFar) + 1,
        (current[column - 1] ?? tooFar) + 1,
        (last[column - 1] ?? tooFar) + (letter === there ? 0 : 1),
      )
      const swapped =
        row > 1 && column > 1 && letter === other.charCodeAt(column - 2) && one.charCodeAt(row - 2) === there
      if (swapped) cost = Math.min(cost, (beforeLast[column - 2] ?? tooFar) + 1)
      current[column] = Math.min(cost, tooFar)
      if (cost < least) least = cost
    }
    if (least > most) return tooFar
    ;[beforeLast, last, current] = [last, current, beforeLast]
  }
  return last[other.length] ?? tooFar
}
