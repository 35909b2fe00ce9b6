import { AreaId, addMonths, CaseId, CasePart, handOver, PersonId, PlainDate, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { addAssignments, endAssignments, expectBack } from './assignment-store.ts'
import { lockHeld, MOST_CHOSEN } from './held-cases.ts'

/** A leave that is longer is given for good, and taken back. */
const MONTHS_LENT = 24

const HandedOver = z.strictObject({
  handed: z.number().int(),
  /** Stayed where they were: the other person had to do with the child. */
  stayed: z.number().int(),
})

/**
 * Hands all cases of somebody, or some of them, to a colleague: for good, or until a day on which they come back by
 * themselves. One transaction: all of it or nothing. A case in which the colleague declared a conflict stays where it is.
 * @throws Refusal `stale` when one that was chosen is no longer that person's; `dates-out-of-order` for a day that is not
 * after today; `invalid-answers` for the same person
 */
export const handOverCases = requires('case:assign')
  .input(
    z.strictObject({
      areaId: AreaId,
      key: AttemptKey,
      part: CasePart,
      from: PersonId,
      to: PersonId,
      until: PlainDate.nullable(),
      cases: z.union([z.literal('all'), z.array(CaseId).min(1).max(MOST_CHOSEN)]),
    }),
  )
  .output(HandedOver)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const { personId } = requirePerson(actor)
    const { areaId, part, from, to, until, cases } = input
    return changeOnce(
      { actor, parts },
      { areaId, procedure: 'assignment.handOver', input, outcome: HandedOver },
      async (tx) => {
        const today = parts.clock.today()
        if (from === to) throw new Refusal('invalid-answers', ['to'])
        if (until !== null && (until <= today || until > addMonths(today, MONTHS_LENT))) {
          throw new Refusal('dates-out-of-order', ['until'])
        }
        if (until !== null) await expectBack(tx, areaId, until)
        const held = await lockHeld(tx, { areaId, personId, today }, { part, from, to })
        const chosen = cases === 'all' ? held : held.filter(({ caseId }) => cases.includes(caseId))
        if (cases !== 'all' && chosen.length < new Set(cases).size) throw new Refusal('stale')
        const going = chosen.filter(({ inConflict }) => !inConflict)
        const decided = { by: personId, at: parts.clock.now() }
        const ended = going.map(({ assignmentId }) => assignmentId)
        await endAssignments(tx, areaId, ended, { ...decided, because: 'handed-over' })
        const added = going.map((one) => ({ caseId: one.caseId, part, ...handOver(one, to, until) }))
        await addAssignments(tx, areaId, added, decided)
        await parts.audit.record(
          tx,
          actor,
          areaId,
          { action: 'assignment.hand-over', object: { kind: 'person', id: from } },
          ...going.map(({ caseId: id }) => ({
            action: 'assignment.hand-over',
            object: { kind: 'case', id },
          })),
        )
        return { handed: going.length, stayed: chosen.length - going.length }
      },
    )
  })
