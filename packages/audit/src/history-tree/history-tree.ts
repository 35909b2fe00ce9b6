import { createHash } from 'node:crypto'

/**
 * The hash tree over the chain of an area: a head of it stands for every entry before it, and two heads can be shown to belong
 * to one history. Hashes as in RFC 9162 (2.1): a leaf and a node cannot be taken for one another.
 */

/** What a leaf of the tree is of: the chain's hash of one entry. */
export function leafHash(chained: Uint8Array): Buffer {
  return createHash('sha256').update(Uint8Array.of(0)).update(chained).digest()
}

/** What stands above two parts of the tree. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash('sha256').update(Uint8Array.of(1)).update(left).update(right).digest()
}

/** A whole part of the tree: as many leaves as a power of two, and what stands above them. */
type Part = Readonly<{ leaves: number; hash: Buffer }>

/** The right edge of a tree: its whole parts from left to right, each smaller than the one before. All that growing it needs. */
export type Edge = readonly Part[]

/** The tree of nothing. */
export const emptyEdge: Edge = []

/** The edge with one leaf more. */
export function grown(edge: Edge, leaf: Buffer): Edge {
  const parts = [...edge]
  let last: Part = { leaves: 1, hash: leaf }
  for (let before = parts.at(-1); before?.leaves === last.leaves; before = parts.at(-1)) {
    parts.pop()
    last = { leaves: before.leaves * 2, hash: nodeHash(before.hash, last.hash) }
  }
  return [...parts, last]
}

/** How many leaves a tree with this edge has. */
export function leavesOf(edge: Edge): number {
  return edge.reduce((sum, { leaves }) => sum + leaves, 0)
}

/** What stands above all of a tree; of the tree of nothing, the hash of nothing. */
export function rootOf(edge: Edge): Buffer {
  const [last, ...before] = edge.toReversed()
  if (last === undefined) return createHash('sha256').digest()
  return before.reduce((right, { hash }) => nodeHash(hash, right), last.hash)
}
