import { blindIndex, type KeyProvider } from '@cdop/encryption'

/**
 * 64 bits of a keyed hash, as the database holds them: equal for equal values, and readable by nobody. Written as text,
 * since JavaScript's numbers do not reach so far.
 */
export function keyedHash(keys: KeyProvider, value: string): string {
  return blindIndex(keys, 'match-key', value).readBigInt64BE(0).toString()
}
