import { AreaId, CaseId, HoldId, PlainDate } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher, setNextClock } from '../case/case-store.ts'
import { requires } from '../rpc.ts'
import { findOpenHold, seeWaitingCase } from './held-case.ts'
import { addCheck, HoldContact } from './hold-store.ts'
import { requireCheckDates } from './require-check-dates.ts'

const Checked = z.strictObject({ version: z.number().int().positive() })

/**
 * Records that somebody asked and the hold goes on, whom they asked and when to ask again.
 * @throws Refusal `stale` when it was checked or ended since, `not-allowed-in-this-state`, `date-in-future`,
 * `dates-out-of-order`
 */
export const checkHold = requires('hold:record')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      holdId: HoldId,
      version: z.number().int().positive(),
      key: AttemptKey,
      contact: HoldContact,
      confirmedOn: PlainDate,
      nextCheckOn: PlainDate,
    }),
  )
  .output(Checked)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, holdId, contact, confirmedOn, nextCheckOn } = input
    return changeOnce(
      { actor, parts },
      { areaId, procedure: 'hold.check', input, outcome: Checked },
      async (tx) => {
        const seen = await seeWaitingCase(tx, person, areaId, caseId)
        const hold = await findOpenHold(tx, areaId, seen, input)
        requireCheckDates({ from: hold.from, confirmedOn, nextCheckOn }, parts.clock.today())
        const cipher = await caseCipher(tx, parts.keys, areaId, hold.caseId)
        const entry = hold.version + 1
        const recorded = { recordedBy: person.personId, recordedAt: parts.clock.now() }
        const check = { entry, confirmedOn, nextCheckOn, contact, ...recorded }
        await addCheck(tx, cipher, { areaId, holdId }, check)
        await setNextClock(tx, areaId, caseId)
        await parts.audit.record(tx, actor, areaId, {
          action: 'hold.check',
          object: { kind: 'case', id: caseId },
        })
        return { version: entry }
      },
    )
  })
