import { createHash } from 'node:crypto'
import {
  AreaId,
  type Canonical,
  canonicalJson,
  FieldClass,
  Instant,
  PersonId,
  Purpose,
  RequestId,
  Role,
  ServiceName,
} from '@cdop/domain'
import { z } from 'zod'

/** `actorKey` of whoever did it. */
const ActorKey = z
  .string()
  .regex(/^((person|link|organisation):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|service:[a-z]+(-[a-z]+)*)$/)

/** An id, or a code such as a measure (`N1`) or a reporting year; nothing that could be a name, a date or an NHS number. */
const ObjectId = z
  .string()
  .max(80)
  .regex(
    /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|([a-z][a-z0-9]*|[A-Z]\d{1,2})([-./:][a-z0-9]+)*|\d{4}[-/]\d{2})$/,
  )

/** What was done to what. No identifier, no free text: ids and codes only. */
export const AuditEntry = z.strictObject({
  areaId: AreaId,
  at: Instant,
  service: ServiceName,
  requestId: RequestId,
  actor: ActorKey,
  onBehalfOf: PersonId.nullable(),
  roles: z.array(Role),
  purpose: Purpose.nullable(),
  action: z.string().regex(/^[a-z-]+(\.[a-z-]+)+$/),
  object: z.strictObject({ kind: z.string().regex(/^[a-z-]+$/), id: ObjectId }),
  fieldClasses: z.array(FieldClass),
  decision: z.enum(['allowed', 'refused']),
})
export type AuditEntry = z.infer<typeof AuditEntry>

/** hash_n = SHA-256(canonical JSON of entry_n ‖ hash_n-1); the first follows 32 zero bytes. */
export function chainHash(entry: Canonical, previous: Uint8Array): Buffer {
  return createHash('sha256').update(canonicalJson(entry)).update(previous).digest()
}

export const CHAIN_START = Buffer.alloc(32)
