import { AreaId, CaseId, LifeEventId, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import { requires } from '../rpc.ts'
import { lifeEventsOf, saveTakenOut, TakenOutBecause } from './life-event-store.ts'
import { seeTimeline } from './timeline-case.ts'

/**
 * What was written down of a life does not stand: it is shown no more, and kept with the reason.
 * @throws Refusal `stale` when it was taken out before, or is none of this case
 */
export const takeOutLifeEvent = requires('life-event:record')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      lifeEventId: LifeEventId,
      key: AttemptKey,
      because: TakenOutBecause,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, lifeEventId, because } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'timeline.take-out', input, outcome: z.null() },
      async (tx) => {
        const { found } = await seeTimeline(tx, person, { areaId, caseId }, { lock: true })
        const events = await lifeEventsOf(tx, parts.keys, areaId, found.caseIds)
        const event = events.find((one) => one.lifeEventId === lifeEventId)
        if (event === undefined) throw new Refusal('stale')
        const cipher = await caseCipher(tx, parts.keys, areaId, event.caseId)
        const taken = { because, by: person.personId, at: parts.clock.now() }
        if (!(await saveTakenOut(tx, cipher, { areaId, lifeEventId }, taken))) throw new Refusal('stale')
        await parts.audit.record(tx, actor, areaId, {
          action: 'life-event.take-out',
          object: { kind: 'case', id: caseId },
        })
        return null
      },
    )
  })
