import type { Db } from '@cdop/database'
import {
  AreaId,
  CaseId,
  ConflictOutcome,
  conflictAllows,
  type Person,
  Refusal,
  requireArea,
} from '@cdop/domain'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import type { CaseRow } from '../case/case-store.ts'
import { requires } from '../rpc.ts'
import { outcomesOf } from './conflict-store.ts'

/**
 * Lets on whoever may decide a case they see: not whoever is there for the facts alone.
 * @throws Refusal `present-for-facts-only`
 */
export async function requireDeciding(
  tx: Db,
  { personId }: Person,
  areaId: AreaId,
  { caseIds }: Pick<CaseRow, 'caseIds'>,
): Promise<void> {
  const outcome = (await outcomesOf(tx, areaId, caseIds)).get(personId) ?? null
  if (!conflictAllows(outcome).decides) throw new Refusal('present-for-facts-only')
}

/**
 * What is recorded of the asker's own interest in a listed case, and whether they count and decide in it: for whoever
 * takes a vote or keeps a stream open. A case they withdrew from is not there.
 */
export const conflictStanding = requires('conflict:declare')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId }))
  .output(z.strictObject({ outcome: ConflictOutcome.nullable(), counts: z.boolean(), decides: z.boolean() }))
  .query(({ ctx: { actor, parts }, input: { areaId, caseId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const seen = await seeCase(tx, person, areaId, caseId, { today: parts.clock.today() })
      requireClass(seen, 'agenda')
      await parts.audit.record(tx, actor, areaId, {
        action: 'conflict.standing',
        object: { kind: 'case', id: caseId },
      })
      const outcome = (await outcomesOf(tx, areaId, seen.found.caseIds)).get(person.personId) ?? null
      const { counts, decides } = conflictAllows(outcome)
      return { outcome, counts, decides }
    })
  })
