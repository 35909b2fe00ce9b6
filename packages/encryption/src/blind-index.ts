import { createHmac } from 'node:crypto'
import type { KeyProvider } from './key-provider.ts'

/**
 * A keyed hash that equal values share, so that they can be found without being read. `kind` keeps one kind of value
 * apart from another.
 */
export function blindIndex(keys: KeyProvider, kind: string, value: string): Buffer {
  return createHmac('sha256', keys.indexKey()).update(`${kind}\u0000${value}`).digest()
}
