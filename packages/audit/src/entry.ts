import { createHash } from 'node:crypto'
import {
  AreaId,
  type Canonical,
  canonicalJson,
  FieldClass,
  Instant,
  Purpose,
  RequestId,
  Role,
  ServiceName,
} from '@cdop/domain'
import { z } from 'zod'

/** What was done to what. No identifier, no free text: ids and codes only. */
export const AuditEntry = z.strictObject({
  areaId: AreaId,
  at: Instant,
  service: ServiceName,
  requestId: RequestId,
  actor: z.string().max(80),
  onBehalfOf: z.string().max(80).nullable(),
  roles: z.array(Role),
  purpose: Purpose.nullable(),
  action: z.string().regex(/^[a-z-]+(\.[a-z-]+)+$/),
  object: z.strictObject({ kind: z.string().regex(/^[a-z-]+$/), id: z.string().max(80) }),
  fieldClasses: z.array(FieldClass),
  decision: z.enum(['allowed', 'refused']),
})
export type AuditEntry = z.infer<typeof AuditEntry>

/** hash_n = SHA-256(canonical JSON of entry_n ‖ hash_n-1); the first follows 32 zero bytes. */
export function chainHash(entry: Canonical, previous: Uint8Array): Buffer {
  return createHash('sha256').update(canonicalJson(entry)).update(previous).digest()
}

export const CHAIN_START = Buffer.alloc(32)
