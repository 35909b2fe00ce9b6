import { AreaId, CaseId, ConflictOutcome } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { changeOutcome } from './change-outcome.ts'

/**
 * Somebody of the panel says of themselves whether they had to do with the child or the care: not at all, present for the
 * facts alone, or, where nothing is said, withdrawn. From the next request on a case they withdrew from is not there for
 * them, and in either case they do not count towards its quorum. They may say more at any time, and take nothing back.
 * @throws Refusal `conflict-not-yours-to-lift`
 */
export const declareConflict = requires('conflict:declare')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      key: AttemptKey,
      outcome: ConflictOutcome.default('withdrawn'),
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, outcome } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'conflict.declare', input, outcome: z.null() },
      async (tx) => {
        const today = parts.clock.today()
        const seen = await seeCase(tx, person, areaId, caseId, { lock: true, today })
        requireClass(seen, 'agenda')
        await changeOutcome(tx, person, areaId, seen.found, {
          personId: person.personId,
          outcome,
          because: null,
          at: parts.clock.now(),
        })
        await parts.audit.record(tx, actor, areaId, {
          action: 'conflict.declare',
          object: { kind: 'case', id: caseId },
        })
        return null
      },
    )
  })
