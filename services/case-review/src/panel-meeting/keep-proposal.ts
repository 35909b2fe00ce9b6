import { AreaId, CaseId, PanelMeetingId, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { requireNotOffered } from '../transfer/offer-store.ts'
import { dropProposal, listableStates, propose, proposedFor } from './proposal-store.ts'
import { planToChange } from './seen-plan.ts'

const MOST_PROPOSED = 40

/**
 * Keeps which cases are proposed for a meeting, instead of those this person saw there before: each waits for its summary,
 * which lists it. A case proposed for another meeting is proposed for this one instead.
 * @throws Refusal `not-found`, `not-allowed-in-this-state` for a case that cannot be listed, `transfer-open`, `meeting-over`,
 * `stale`
 */
export const keepProposal = requires('panel-meeting:arrange')
  .input(
    z.strictObject({
      areaId: AreaId,
      panelMeetingId: PanelMeetingId,
      version: z.int().positive(),
      caseIds: z.array(CaseId).max(MOST_PROPOSED),
      key: AttemptKey,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, panelMeetingId, caseIds } = input
    const of = { areaId, panelMeetingId }
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'panel-meeting.keep-proposal', input, outcome: z.null() },
      async (tx) => {
        await planToChange(tx, input)
        const at = parts.clock.now()
        const kept = new Set(caseIds)
        for (const { caseId } of await proposedFor(tx, of, person.personId)) {
          if (!kept.has(caseId)) await dropProposal(tx, areaId, caseId)
        }
        for (const caseId of [...kept].sort()) {
          const seen = await seeCase(tx, person, areaId, caseId)
          requireClass(seen, 'agency-return')
          requireNotOffered(seen.found, at)
          if (!listableStates.includes(seen.found.state)) throw new Refusal('not-allowed-in-this-state')
          await propose(tx, of, caseId, { by: person.personId, at })
          await parts.audit.record(tx, actor, areaId, {
            action: 'panel-meeting.keep-proposal',
            object: { kind: 'case', id: caseId },
          })
        }
        await parts.audit.record(tx, actor, areaId, {
          action: 'panel-meeting.keep-proposal',
          object: { kind: 'panel-meeting', id: panelMeetingId },
        })
        return null
      },
    )
  })
