import { createHash, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { AreaId } from '@cdop/domain'

/** Where a service's key-encryption keys come from. A hospital's key vault would be another provider. */
export interface KeyProvider {
  /** The 32-byte key that wraps the data keys of one area. */
  keyEncryptionKey(areaId: AreaId): Uint8Array
  /** The 32-byte key of the blind indexes and of body hashes. */
  indexKey(): Uint8Array
  /** Names the keys without revealing them: a database remembers it and refuses other keys. */
  fingerprint(): string
}

/**
 * Keys derived (HKDF-SHA-256) from one 32-byte root in a file that only its owner can read. The file is made at the
 * first start when `create` is set.
 * @throws Error when the file is missing, or is not 32 bytes of base64url
 */
export function fileKeys(path: string, options: { create: boolean } = { create: false }): KeyProvider {
  if (options.create && !existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    writeFileSync(path, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  }
  const root = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64url')
  if (root.length !== 32) throw new Error('The key file does not hold a 32-byte key.')
  return keysFrom(root)
}

/** The same from a root already at hand (tests). */
export function keysFrom(root: Uint8Array): KeyProvider {
  const derive = (purpose: string) => new Uint8Array(hkdfSync('sha256', root, new Uint8Array(0), purpose, 32))
  const byArea = new Map<AreaId, Uint8Array>()
  const index = derive('index')
  return {
    keyEncryptionKey(areaId) {
      const known = byArea.get(areaId)
      if (known !== undefined) return known
      const made = derive(`area:${areaId}`)
      byArea.set(areaId, made)
      return made
    },
    indexKey: () => index,
    fingerprint: () => createHash('sha256').update(derive('fingerprint')).digest('hex').slice(0, 32),
  }
}
