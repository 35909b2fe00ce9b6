import { createHash, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import type { AreaId } from '@cdop/domain'

/** Where a service's key-encryption keys come from. A hospital's key vault would be another provider. */
export interface KeyProvider {
  /** The 32-byte key that wraps the data keys of one area. */
  keyEncryptionKey(areaId: AreaId): KeyObject
  /** The 32-byte key of the blind indexes and of body hashes. */
  indexKey(): KeyObject
  /** Names the keys without revealing them: a database remembers it and refuses other keys. */
  fingerprint(): string
}

/** Keys derived (HKDF-SHA-256) from one 32-byte root, which comes from a file only its owner can read. */
export function keysFrom(root: Uint8Array): KeyProvider {
  const derive = (purpose: string) => new Uint8Array(hkdfSync('sha256', root, new Uint8Array(0), purpose, 32))
  // As key objects: bytes are looked at anew each time, which takes longer than opening a short text.
  const key = (purpose: string) => createSecretKey(derive(purpose))
  const byArea = new Map<AreaId, KeyObject>()
  const index = key('index')
  return {
    keyEncryptionKey(areaId) {
      const known = byArea.get(areaId)
      if (known !== undefined) return known
      const made = key(`area:${areaId}`)
      byArea.set(areaId, made)
      return made
    },
    indexKey: () => index,
    fingerprint: () => createHash('sha256').update(derive('fingerprint')).digest('hex').slice(0, 32),
  }
}
