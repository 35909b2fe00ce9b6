import { keys, mostCounts, type PTable, pValue } from './p-table.ts'

/** A count as it is published after perturbation: it may be off by as much as the table of noise allows. */
export type PerturbedCount = Readonly<{ kind: 'shown'; value: number } | { kind: 'hidden' }>

/** The record key of a case, 0 to 255: the first byte of a keyed hash of its id, so that it is the same in every run. */
export function recordKeyOf(keyedHash: Uint8Array): number {
  const [first] = keyedHash
  if (first === undefined) throw new RangeError('a keyed hash has a first byte')
  return first
}

/** The key of a cell, 0 to 255, from the record keys of the cases in it: the same cases, the same noise, wherever they are counted. */
export function cellKeyOf(recordKeys: Iterable<number>): number {
  let sum = 0
  for (const key of recordKeys) {
    if (!Number.isInteger(key) || key < 0 || key >= keys) throw new RangeError('a record key is a byte')
    sum = (sum + key) % keys
  }
  return sum
}

/** The row of the table of noise for a count: counts beyond it share the last 250 rows in turn. 0 has no row. */
export function rowOfCount(count: number): number {
  return count <= mostCounts ? count : ((count - 1) % 250) + 501
}

/**
 * A count with the noise of its cell key, hidden where what comes out is below the threshold. Nothing is added to zero. It is for
 * explorers of large areas: alone it does not withstand somebody who adds up many splits of one group.
 */
export function perturbedCount(
  recordKeys: readonly number[],
  table: PTable,
  threshold: number,
): PerturbedCount {
  const count = recordKeys.length
  const noise = count === 0 ? 0 : pValue(table, rowOfCount(count), cellKeyOf(recordKeys))
  const value = count + noise
  return value < threshold ? { kind: 'hidden' } : { kind: 'shown', value }
}
