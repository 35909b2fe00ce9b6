import { AreaId, CaseId, ConflictLifted, ConflictOutcome, PersonId, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { changeOutcome } from './change-outcome.ts'
import { outcomesOf } from './conflict-store.ts'

/**
 * The coordinator or the chair records what was looked at of somebody's interest in a case, or lifts what was declared by
 * mistake, with the reason. It holds from the next request on. Who sits on the panel is the portal's to know: it offers
 * nobody else.
 * @throws Refusal `stale` when something else was recorded since the page was shown; `conflict-not-yours-to-lift`;
 * `conflict-lifted-without-reason`
 */
export const recordConflict = requires('conflict:record')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      personId: PersonId,
      key: AttemptKey,
      outcome: ConflictOutcome,
      because: ConflictLifted.nullable(),
      /** What held when the page was shown; null where nobody had been asked. */
      instead: ConflictOutcome.nullable(),
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, personId, outcome, because, instead } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'conflict.record', input, outcome: z.null() },
      async (tx) => {
        const today = parts.clock.today()
        const { found } = await seeCase(tx, person, areaId, caseId, { lock: true, today })
        // A merged record is spoken of where the child's case is.
        if (found.mergedInto !== null) throw new Refusal('not-found')
        const held = (await outcomesOf(tx, areaId, found.caseIds)).get(personId) ?? null
        if (held !== instead) throw new Refusal('stale')
        const at = parts.clock.now()
        await changeOutcome(tx, person, areaId, found, { personId, outcome, because, at })
        await parts.audit.record(tx, actor, areaId, {
          action: 'conflict.record',
          object: { kind: 'case', id: caseId },
        })
        return null
      },
    )
  })
