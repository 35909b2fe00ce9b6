import { randomUUID } from 'node:crypto'
import { AreaId, AvoidedDate, AvoidedDateId, CaseId, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import { requires } from '../rpc.ts'
import { addAvoidedDate, removeAvoidedDate } from './avoided-date-store.ts'
import { writeOfFamily } from './family-case.ts'

const Recorded = z.strictObject({ avoidedDateId: AvoidedDateId })

/** Records a day of the year on which the family should not hear from the review. */
export const avoidDate = requires('family:record')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId, avoided: AvoidedDate, key: AttemptKey }))
  .output(Recorded)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, avoided } = input
    return changeOnce(
      { actor, parts },
      { areaId, procedure: 'family.avoid-date', input, outcome: Recorded },
      async (tx) => {
        await writeOfFamily(tx, parts, person, input)
        const avoidedDateId = AvoidedDateId.parse(randomUUID())
        const recorded = { recordedBy: person.personId, recordedAt: parts.clock.now() }
        const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
        await addAvoidedDate(tx, cipher, areaId, caseId, { avoidedDateId, avoided, ...recorded })
        await parts.audit.record(tx, actor, areaId, {
          action: 'family.avoid-date',
          object: { kind: 'case', id: caseId },
        })
        return { avoidedDateId }
      },
    )
  })

/** The day need not be avoided any longer. @throws Refusal `stale` when it was removed before */
export const allowDate = requires('family:record')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId, avoidedDateId: AvoidedDateId, key: AttemptKey }))
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, avoidedDateId } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'family.allow-date', input, outcome: z.null() },
      async (tx) => {
        const { found } = await writeOfFamily(tx, parts, person, input)
        const now = { by: person.personId, at: parts.clock.now() }
        const which = { caseIds: found.caseIds, avoidedDateId }
        if (!(await removeAvoidedDate(tx, areaId, which, now))) throw new Refusal('stale')
        await parts.audit.record(tx, actor, areaId, {
          action: 'family.allow-date',
          object: { kind: 'case', id: caseId },
        })
        return null
      },
    )
  })
