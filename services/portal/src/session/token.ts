import { createHash, randomBytes } from 'node:crypto'

/** What a cookie holds: 256 random bits. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database holds of it: a copy of the table opens no session. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
