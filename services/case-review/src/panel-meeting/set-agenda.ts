import {
  AgendaMinutes,
  AgendaMove,
  AreaId,
  CaseId,
  movedOnAgenda,
  PanelMeetingId,
  Refusal,
} from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { decideCaseAccess } from '../access/decide-case-access.ts'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { saveAgenda } from './meeting-plan-store.ts'
import { agendaOf } from './panel-meeting-store.ts'
import { planToChange } from './seen-plan.ts'

/**
 * Gives the cases of an agenda their minutes, and takes one of them a place up or down among those this person sees.
 * @throws Refusal `not-found` for a case that is not on it, `meeting-over`, `stale`
 */
export const setAgenda = requires('panel-meeting:arrange')
  .input(
    z.strictObject({
      areaId: AreaId,
      panelMeetingId: PanelMeetingId,
      version: z.int().positive(),
      minutes: z.array(z.strictObject({ caseId: CaseId, minutes: AgendaMinutes })).max(200),
      move: z.strictObject({ caseId: CaseId, move: AgendaMove }).nullable(),
      key: AttemptKey,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, panelMeetingId, minutes, move } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'panel-meeting.set-agenda', input, outcome: z.null() },
      async (tx) => {
        await planToChange(tx, input)
        const items = await agendaOf(tx, areaId, panelMeetingId)
        const seen = new Set(
          items
            .filter(({ state, conflicted }) => {
              const facts = {
                state,
                listed: true,
                pack: 'not-released' as const,
                keyWorker: false,
                seat: null,
              }
              return (
                decideCaseAccess(person, { ...facts, conflicted: conflicted.includes(person.personId) }) !==
                null
              )
            })
            .map(({ caseId }) => caseId),
        )
        const named = [...minutes.map(({ caseId }) => caseId), ...(move === null ? [] : [move.caseId])]
        if (named.some((caseId) => !seen.has(caseId))) throw new Refusal('not-found')
        const order = items.map(({ caseId }) => caseId)
        await saveAgenda(
          tx,
          { areaId, panelMeetingId },
          move === null ? order : movedOnAgenda(order, seen, move.caseId, move.move),
          new Map(minutes.map((one) => [one.caseId, one.minutes])),
        )
        await parts.audit.record(tx, actor, areaId, {
          action: 'panel-meeting.set-agenda',
          object: { kind: 'panel-meeting', id: panelMeetingId },
        })
        return null
      },
    )
  })
