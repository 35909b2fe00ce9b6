import type { Db } from '@cdop/database'
import { AreaId, CaseId, CaseReference, NotificationId, requireArea, text } from '@cdop/domain'
import { z } from 'zod'
import { findByReference } from '../case/case-store.ts'
import { type FoundPerson, findByName, findByNhsNumber } from '../matching/find-people.ts'
import type { Parts } from '../parts.ts'
import { requires } from '../rpc.ts'

/** Longest that is looked for: two long names. */
const LONGEST = 200

const Found = z.strictObject({
  /** Ids alone, the likeliest first: who may see which child is decided next. At most 50. */
  found: z.array(z.strictObject({ notificationId: NotificationId, caseId: CaseId.nullable() })),
})

/** A number is digits with spaces or dashes; a reference is a case's; everything else is a name. */
function find(tx: Db, { keys }: Parts, areaId: AreaId, typed: string): Promise<readonly FoundPerson[]> {
  const reference = CaseReference.safeParse(typed.toUpperCase())
  if (reference.success) return findByReference(tx, areaId, reference.data)
  if (/^[\d\s-]+$/.test(typed)) return findByNhsNumber(tx, keys, areaId, typed)
  return findByName(tx, keys, areaId, typed)
}

/**
 * Children of an area by name, NHS number or case reference, found by keyed hashes. Answers ids alone; audited before
 * it is answered, without what was typed.
 */
export const searchChildren = requires('identity:search')
  .input(z.strictObject({ areaId: AreaId, typed: text(LONGEST) }))
  .output(Found)
  .query(({ ctx: { actor, parts }, input: { areaId, typed } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const found = await find(tx, parts, areaId, typed)
      await parts.audit.record(tx, actor, areaId, {
        action: 'identity.search',
        object: { kind: 'area', id: areaId },
        fieldClasses: ['identity'],
      })
      return { found: [...found] }
    })
  })
