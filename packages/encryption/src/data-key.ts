import { createSecretKey, randomBytes } from 'node:crypto'
import type { AreaId } from '@cdop/domain'
import type { KeyProvider } from './key-provider.ts'
import { seal, unseal } from './seal.ts'

const place = (subject: string) => ({ subject, table: 'data_keys', column: 'wrapped' })

/** Seals and opens the text of one subject (a case, or a notification before there is one). */
export interface SubjectCipher {
  sealJson(table: string, column: string, value: unknown): Buffer
  /** The parsed JSON; parse it again with a schema. @throws Error when altered or moved */
  openJson(table: string, column: string, sealed: Uint8Array): unknown
  sealBytes(table: string, column: string, bytes: Uint8Array): Buffer
  /** @throws Error when altered or moved */
  openBytes(table: string, column: string, sealed: Uint8Array): Buffer
}

/** A new data key for a subject, wrapped for storage. Destroying the wrapped key destroys the content. */
export function newDataKey(keys: KeyProvider, areaId: AreaId, subject: string): Buffer {
  return seal(keys.keyEncryptionKey(areaId), place(subject), randomBytes(32))
}

/**
 * The same data key, wrapped for another area: what is sealed with it opens there as it did here, unchanged.
 * @throws Error when it was not wrapped for this subject in the area it comes from
 */
export function rewrapDataKey(
  keys: KeyProvider,
  subject: string,
  wrapped: Uint8Array,
  { from, to }: { from: AreaId; to: AreaId },
): Buffer {
  const key = unseal(keys.keyEncryptionKey(from), place(subject), wrapped)
  return seal(keys.keyEncryptionKey(to), place(subject), key)
}

export function subjectCipher(
  keys: KeyProvider,
  areaId: AreaId,
  subject: string,
  wrapped: Uint8Array,
): SubjectCipher {
  const key = createSecretKey(unseal(keys.keyEncryptionKey(areaId), place(subject), wrapped))
  return {
    sealJson: (table, column, value) =>
      seal(key, { subject, table, column }, Buffer.from(JSON.stringify(value))),
    openJson: (table, column, sealed) =>
      JSON.parse(unseal(key, { subject, table, column }, sealed).toString('utf8')),
    sealBytes: (table, column, bytes) => seal(key, { subject, table, column }, bytes),
    openBytes: (table, column, sealed) => unseal(key, { subject, table, column }, sealed),
  }
}

/** Seals content with a key of its own, bound to where it belongs. */
export type ContentCipher = Pick<SubjectCipher, 'sealBytes' | 'openBytes'>

const CONTENT_KEY = 'content-key'

/** A key for one piece of content, sealed as text of its subject is. Destroyed, it takes that content along and no other. */
export function newContentKey(cipher: SubjectCipher, table: string): Buffer {
  return cipher.sealBytes(table, CONTENT_KEY, randomBytes(32))
}

/** @throws Error when the key was altered or moved */
export function contentCipher(cipher: SubjectCipher, table: string, sealed: Uint8Array): ContentCipher {
  const key = createSecretKey(cipher.openBytes(table, CONTENT_KEY, sealed))
  return {
    sealBytes: (of, column, bytes) => seal(key, { subject: of, table: of, column }, bytes),
    openBytes: (of, column, content) => unseal(key, { subject: of, table: of, column }, content),
  }
}

/**
 * The key of a piece of content, sealed for another subject: the content itself stays as it is.
 * @throws Error when the key was altered or moved
 */
export function resealContentKey(
  { from, to }: { from: SubjectCipher; to: SubjectCipher },
  table: string,
  sealed: Uint8Array,
): Buffer {
  return to.sealBytes(table, CONTENT_KEY, from.openBytes(table, CONTENT_KEY, sealed))
}
