import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto'

const VERSION = 1
const NONCE = 12
const TAG = 16

/** Where a ciphertext belongs. It opens nowhere else: moved to another case, table or column it is refused. */
export type Place = { subject: string; table: string; column: string }

/** Written so that no two places look alike, whatever their names hold. */
function boundTo(place: Place): Buffer {
  return Buffer.from(JSON.stringify([place.subject, place.table, place.column]))
}

/** AES-256-GCM: version byte, 12-byte nonce, ciphertext, 16-byte tag. */
export function seal(key: KeyObject, place: Place, plain: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(boundTo(place))
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.from([VERSION]), nonce, sealed, cipher.getAuthTag()])
}

/** @throws Error, without the content, when the ciphertext was altered, moved, or sealed with another key */
export function unseal(key: KeyObject, place: Place, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed)
  if (bytes[0] !== VERSION || bytes.length < 1 + NONCE + TAG) throw new Error('not a sealed value')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 1 + NONCE))
  decipher.setAAD(boundTo(place))
  decipher.setAuthTag(bytes.subarray(-TAG))
  return Buffer.concat([decipher.update(bytes.subarray(1 + NONCE, -TAG)), decipher.final()])
}
