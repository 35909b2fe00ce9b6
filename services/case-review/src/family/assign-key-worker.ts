import { randomUUID } from 'node:crypto'
import { AreaId, CaseId, KeyWorkerId, PersonId, PlainDate, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { writeOfFamily } from './family-case.ts'
import { addKeyWorker, keyWorkersOf, saveEnd } from './key-worker-store.ts'

const Assigned = z.strictObject({ keyWorkerId: KeyWorkerId })

/**
 * Makes somebody a family's key worker from a day on, which may be to come. From that day they see this family, while
 * they hold the role. A family may have several.
 * @throws Refusal `dates-out-of-order` before the death, `key-worker-already`
 */
export const assignKeyWorker = requires('family:assign')
  .input(
    z.strictObject({ areaId: AreaId, caseId: CaseId, personId: PersonId, from: PlainDate, key: AttemptKey }),
  )
  .output(Assigned)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, personId, from } = input
    return changeOnce(
      { actor, parts },
      { areaId, procedure: 'family.assign-key-worker', input, outcome: Assigned },
      async (tx) => {
        const { found } = await writeOfFamily(tx, parts, person, input)
        if (from < found.diedOn) throw new Refusal('dates-out-of-order', ['from'])
        const before = await keyWorkersOf(tx, areaId, found.caseIds)
        if (before.some((one) => one.personId === personId && (one.until === null || from < one.until)))
          throw new Refusal('key-worker-already')
        const keyWorkerId = KeyWorkerId.parse(randomUUID())
        const assigned = { assignedBy: person.personId, assignedAt: parts.clock.now() }
        await addKeyWorker(tx, areaId, caseId, { keyWorkerId, personId, from, ...assigned })
        await parts.audit.record(tx, actor, areaId, {
          action: 'family.assign-key-worker',
          object: { kind: 'case', id: caseId },
        })
        return { keyWorkerId }
      },
    )
  })

/**
 * Ends somebody's time as key worker. From that day on the family does not exist for them; today means at once.
 * @throws Refusal `stale` when it was ended before, `dates-out-of-order` before it began
 */
export const endKeyWorker = requires('family:assign')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      keyWorkerId: KeyWorkerId,
      until: PlainDate,
      key: AttemptKey,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, keyWorkerId, until } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'family.end-key-worker', input, outcome: z.null() },
      async (tx) => {
        const { found } = await writeOfFamily(tx, parts, person, input)
        const one = (await keyWorkersOf(tx, areaId, found.caseIds)).find(
          (each) => each.keyWorkerId === keyWorkerId,
        )
        if (one === undefined) throw new Refusal('not-found')
        if (one.until !== null) throw new Refusal('stale')
        if (until < one.from) throw new Refusal('dates-out-of-order', ['until'])
        await saveEnd(tx, { areaId, keyWorkerId }, { until, by: person.personId, at: parts.clock.now() })
        await parts.audit.record(tx, actor, areaId, {
          action: 'family.end-key-worker',
          object: { kind: 'case', id: caseId },
        })
        return null
      },
    )
  })
