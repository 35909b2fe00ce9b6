import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import {
  type Actor,
  type AreaId,
  actorKey,
  type Clock,
  type FieldClass,
  type ServiceName,
  schemaOf,
} from '@cdop/domain'
import { AuditEntry } from './entry.ts'

/** What a use case says about itself. */
export type Deed = {
  action: string
  object: { kind: string; id: string }
  fieldClasses?: readonly FieldClass[]
  decision?: 'allowed' | 'refused'
}

/** Writes the audit of one service. */
export interface Audit {
  /**
   * Adds an entry to the transaction of the disclosure or change it is about: if the entry cannot be written, neither
   * happens.
   */
  record(tx: Db, actor: Actor, areaId: AreaId, ...deeds: readonly Deed[]): Promise<void>
}

export function auditOf(service: ServiceName, clock: Clock): Audit {
  const schema = schemaOf(service)
  return {
    async record(tx, actor, areaId, ...deeds) {
      const at = clock.now()
      const rows = deeds.map((deed) => ({
        id: randomUUID(),
        entry: AuditEntry.parse({
          areaId,
          at,
          service,
          requestId: actor.requestId,
          actor: actorKey(actor),
          onBehalfOf: actor.kind === 'service' ? actor.onBehalfOf : null,
          roles: actor.kind === 'person' ? actor.roles : [],
          purpose: actor.kind === 'person' ? actor.purpose : null,
          action: deed.action,
          object: deed.object,
          fieldClasses: deed.fieldClasses ?? [],
          decision: deed.decision ?? 'allowed',
        }),
      }))
      await tx`
        with entries as (
          insert into ${tx(schema)}.audit_entries ${tx(
            rows.map((row) => ({ area_id: areaId, id: row.id, entry: tx.json(row.entry) })),
          )}
        )
        insert into ${tx(schema)}.audit_unsealed ${tx(
          rows.map((row) => ({ area_id: areaId, entry_id: row.id, recorded_at: at })),
        )}
      `
    },
  }
}
