import { createHash } from 'node:crypto'
import { blindIndex } from './blind-index.ts'
import type { KeyProvider } from './key-provider.ts'

/** Bytes of a token: 128 bits nobody can guess. */
const BYTES = 16

/**
 * The token of the link that opens one subject: 22 characters of base64url. It is worked out again from the key whenever
 * the mail is sent and never stored. A new attempt makes a new link.
 */
export function linkToken(keys: KeyProvider, subject: string, attempt: number): string {
  const derived = blindIndex(keys, 'link-token', `${subject}:${attempt}`)
  return derived.subarray(0, BYTES).toString('base64url')
}

/** What is stored of a token. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** The six digits mailed for a nonce. */
export function linkCode(keys: KeyProvider, subject: string, nonce: Uint8Array): string {
  const derived = blindIndex(keys, 'link-code', `${subject}:${Buffer.from(nonce).toString('base64url')}`)
  // 48 bits over a million codes: no digit is likelier than another by more than one in 10^8.
  return String(derived.readUIntBE(0, 6) % 1_000_000).padStart(6, '0')
}
