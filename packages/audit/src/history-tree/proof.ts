import { emptyEdge, grown, nodeHash, rootOf } from './history-tree.ts'

/** What stands above some leaves side by side. */
const above = (leaves: readonly Buffer[]): Buffer => rootOf(leaves.reduce(grown, emptyEdge))

/** The largest power of two below a number of at least 2. */
function halfOf(leaves: number): number {
  let half = 1
  while (half * 2 < leaves) half *= 2
  return half
}

const same = (a: Uint8Array, b: Uint8Array | null): boolean => b !== null && Buffer.compare(a, b) === 0

/**
 * What shows that the leaf at a place (from 0) is in the tree of all leaves: at most one hash a level (RFC 9162, 2.1.3.1).
 * @throws RangeError for a place outside the tree
 */
export function inclusionProof(leaves: readonly Buffer[], place: number): Buffer[] {
  if (!(Number.isSafeInteger(place) && place >= 0 && place < leaves.length))
    throw new RangeError('there is no leaf at that place')
  if (leaves.length === 1) return []
  const half = halfOf(leaves.length)
  const [left, right] = [leaves.slice(0, half), leaves.slice(half)]
  return place < half
    ? [...inclusionProof(left, place), above(right)]
    : [...inclusionProof(right, place - half), above(left)]
}

/** The root a leaf at a place leads to by a proof, or null where the proof has not the length it must have. */
function rootBy(proof: readonly Uint8Array[], leaf: Buffer, place: number, leaves: number): Buffer | null {
  if (leaves === 1) return proof.length === 0 ? leaf : null
  const last = proof.at(-1)
  if (last === undefined) return null
  const half = halfOf(leaves)
  const inLeft = place < half
  const within = rootBy(
    proof.slice(0, -1),
    leaf,
    inLeft ? place : place - half,
    inLeft ? half : leaves - half,
  )
  if (within === null) return null
  return inLeft ? nodeHash(within, last) : nodeHash(last, within)
}

/** Whether a proof shows that a leaf stands at a place in the tree with this root. Never throws. */
export function isIncluded(
  proof: readonly Uint8Array[],
  { leaf, place }: { leaf: Buffer; place: number },
  { leaves, root }: { leaves: number; root: Uint8Array },
): boolean {
  if (!(Number.isSafeInteger(place) && place >= 0 && Number.isSafeInteger(leaves) && place < leaves))
    return false
  return same(root, rootBy(proof, leaf, place, leaves))
}

/** Of the leaves, what a reader of the first `size` needs beside their root; `known` where that root is the part's own. */
function partsSince(leaves: readonly Buffer[], size: number, known: boolean): Buffer[] {
  if (size === leaves.length) return known ? [] : [above(leaves)]
  const half = halfOf(leaves.length)
  const [left, right] = [leaves.slice(0, half), leaves.slice(half)]
  return size <= half
    ? [...partsSince(left, size, known), above(right)]
    : [...partsSince(right, size - half, false), above(left)]
}

/**
 * What shows that the tree of all leaves begins with the first `size` of them (RFC 9162, 2.1.4.1).
 * @throws RangeError unless `size` is from 1 to the number of leaves
 */
export function consistencyProof(leaves: readonly Buffer[], size: number): Buffer[] {
  if (!(Number.isSafeInteger(size) && size >= 1 && size <= leaves.length))
    throw new RangeError('an earlier tree has from one leaf to as many as this one')
  return partsSince(leaves, size, true)
}

type Roots = Readonly<{ earlier: Buffer; later: Buffer }>

/** Both roots a proof leads to; null where it has not the length it must have. */
function rootsBy(
  proof: readonly Uint8Array[],
  size: number,
  leaves: number,
  known: Buffer | null,
): Roots | null {
  if (size === leaves) {
    if (known !== null) return proof.length === 0 ? { earlier: known, later: known } : null
    const [only] = proof
    return only === undefined || proof.length > 1
      ? null
      : { earlier: Buffer.from(only), later: Buffer.from(only) }
  }
  const last = proof.at(-1)
  if (last === undefined) return null
  const half = halfOf(leaves)
  if (size <= half) {
    const within = rootsBy(proof.slice(0, -1), size, half, known)
    return within === null ? null : { earlier: within.earlier, later: nodeHash(within.later, last) }
  }
  const within = rootsBy(proof.slice(0, -1), size - half, leaves - half, null)
  return within === null
    ? null
    : { earlier: nodeHash(last, within.earlier), later: nodeHash(last, within.later) }
}

/** The head of a tree, as far as proofs look at it. */
type Stand = Readonly<{ leaves: number; root: Uint8Array }>

/** Whether a proof shows that a later tree begins with all of an earlier one. Never throws. */
export function isContinued(proof: readonly Uint8Array[], earlier: Stand, later: Stand): boolean {
  const sizes = [earlier.leaves, later.leaves]
  if (!sizes.every((size) => Number.isSafeInteger(size)) || earlier.leaves < 1) return false
  if (earlier.leaves > later.leaves) return false
  const roots = rootsBy(proof, earlier.leaves, later.leaves, Buffer.from(earlier.root))
  return roots !== null && same(earlier.root, roots.earlier) && same(later.root, roots.later)
}
