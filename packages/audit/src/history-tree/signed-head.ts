import { type KeyObject, sign, verify } from 'node:crypto'
import { AreaId, canonicalJson, Instant, ServiceName } from '@cdop/domain'
import { z } from 'zod'
import { type Edge, leavesOf, rootOf } from './history-tree.ts'

/** What is signed: how far the chain of an area had come in a service, and what stands above all of it. */
export const TreeHead = z.strictObject({
  service: ServiceName,
  areaId: AreaId,
  /** Entries in the chain; a head of nothing says nothing. */
  leaves: z.int().positive(),
  /** 32 bytes, in hexadecimal digits. */
  root: z.string().regex(/^[0-9a-f]{64}$/),
  signedAt: Instant,
})
export type TreeHead = z.infer<typeof TreeHead>

/** A head with its signature (Ed25519, over the canonical JSON of the head, in base64). */
export const SignedHead = z.strictObject({
  head: TreeHead,
  signature: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
})
export type SignedHead = z.infer<typeof SignedHead>

/** The head of a tree. @throws ZodError for the tree of nothing */
export function headOf(edge: Edge, of: Pick<TreeHead, 'service' | 'areaId' | 'signedAt'>): TreeHead {
  return TreeHead.parse({ ...of, leaves: leavesOf(edge), root: rootOf(edge).toString('hex') })
}

const signed = (head: TreeHead): Buffer => Buffer.from(canonicalJson(head))

/** A head with its signature. */
export function signHead(head: TreeHead, privateKey: KeyObject): SignedHead {
  return { head, signature: sign(null, signed(head), privateKey).toString('base64') }
}

/** Whether a head was signed with the key that belongs to this one. */
export function isSignedBy({ head, signature }: SignedHead, publicKey: KeyObject): boolean {
  return verify(null, signed(head), publicKey, Buffer.from(signature, 'base64'))
}
