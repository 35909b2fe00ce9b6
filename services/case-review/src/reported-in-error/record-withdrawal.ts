import { AreaId, CaseId, londonDate, PlainDate, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { findWithdrawal, markWithdrawn } from './national-withdrawal-store.ts'
import { seeTrace } from './see-trace.ts'

/**
 * Records on which day the national database was told that a record is withdrawn.
 * @throws Refusal `date-in-future`, `dates-out-of-order`; `not-allowed-in-this-state` when none is owed
 */
export const recordWithdrawal = requires('notification:report-in-error')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId, withdrawnOn: PlainDate, key: AttemptKey }))
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, withdrawnOn } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'case.record-withdrawal', input, outcome: z.null() },
      async (tx) => {
        await seeTrace(tx, person, areaId, caseId, { lock: true })
        const owed = await findWithdrawal(tx, areaId, caseId)
        if (owed === null || owed.withdrawnOn !== null) throw new Refusal('not-allowed-in-this-state')
        if (withdrawnOn > parts.clock.today()) throw new Refusal('date-in-future', ['withdrawnOn'])
        if (withdrawnOn < londonDate(owed.owedSince)) throw new Refusal('dates-out-of-order', ['withdrawnOn'])
        const at = parts.clock.now()
        await markWithdrawn(tx, areaId, caseId, { on: withdrawnOn, by: person.personId, at })
        await parts.audit.record(tx, actor, areaId, {
          action: 'case.record-withdrawal',
          object: { kind: 'case', id: caseId },
        })
        return null
      },
    )
  })
