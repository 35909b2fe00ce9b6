import { createHash } from 'node:crypto'
import type { InformationRequestId } from '@cdop/domain'
import { blindIndex, type KeyProvider } from '@cdop/encryption'
import { z } from 'zod'

/** Bytes of a token: 128 bits nobody can guess. */
const BYTES = 16

/** What a mailed link ends with. */
export const LinkToken = z.string().regex(/^[A-Za-z0-9_-]{22}$/)

/**
 * The token of a request's link. It is worked out again from the key whenever the mail is sent and never stored.
 * A new attempt makes a new link.
 */
export function linkToken(
  keys: KeyProvider,
  informationRequestId: InformationRequestId,
  attempt: number,
): string {
  const derived = blindIndex(keys, 'link-token', `${informationRequestId}:${attempt}`)
  return derived.subarray(0, BYTES).toString('base64url')
}

/** What is stored of a token. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** The six digits mailed for a nonce. */
export function linkCode(
  keys: KeyProvider,
  informationRequestId: InformationRequestId,
  nonce: Uint8Array,
): string {
  const derived = blindIndex(
    keys,
    'link-code',
    `${informationRequestId}:${Buffer.from(nonce).toString('base64url')}`,
  )
  // 48 bits over a million codes: no digit is likelier than another by more than one in 10^8.
  return String(derived.readUIntBE(0, 6) % 1_000_000).padStart(6, '0')
}
