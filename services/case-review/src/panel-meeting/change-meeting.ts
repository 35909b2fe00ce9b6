import {
  AreaId,
  laterOf,
  PanelMeetingId,
  PanelMeetingKind,
  PlainDate,
  PlainTime,
  Refusal,
  staysAsInvited,
} from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { areaCipher } from '../area/area-cipher.ts'
import { findCase, setNextClock } from '../case/case-store.ts'
import { announceChange } from '../panel-invitation/announce-change.ts'
import { isInvitedTo } from '../panel-invitation/invitation-store.ts'
import { requires } from '../rpc.ts'
import {
  casesWaitingFor,
  hasDecided,
  PanelMeetingPlace,
  placeOfPanel,
  savePlan,
} from './meeting-plan-store.ts'
import { planToChange } from './seen-plan.ts'

/**
 * Moves a meeting to another day, time or place, or has the panel meet as something else: which rule of quorum holds
 * follows from that. Its cases stay on it. Once something was decided its day and kind stand.
 * Whoever was invited is told of what is another, unless its day is over; one that is saved as it was stays as it was.
 * @throws Refusal `meeting-without-times` where somebody was invited; `panel-meeting-decided`, `dates-out-of-order`, `meeting-over`, `stale`, `not-found`
 */
export const changeMeeting = requires('panel-meeting:arrange')
  .input(
    z.strictObject({
      areaId: AreaId,
      panelMeetingId: PanelMeetingId,
      version: z.int().positive(),
      kind: PanelMeetingKind,
      heldOn: PlainDate,
      times: z.strictObject({ startsAt: PlainTime, endsAt: PlainTime }).nullable(),
      place: PanelMeetingPlace.nullable(),
      key: AttemptKey,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    requirePerson(actor)
    const { areaId, panelMeetingId, kind, heldOn, times, place } = input
    const of = { areaId, panelMeetingId }
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'panel-meeting.change', input, outcome: z.null() },
      async (tx) => {
        const plan = await planToChange(tx, input)
        if (times !== null && times.endsAt <= times.startsAt)
          throw new Refusal('dates-out-of-order', ['endsAt'])
        const cases = await casesWaitingFor(tx, of)
        const another = plan.kind !== kind || plan.heldOn !== heldOn
        if (another && (await hasDecided(tx, of))) throw new Refusal('panel-meeting-decided')
        for (const caseId of cases) {
          const found = await findCase(tx, areaId, caseId)
          if (found !== null && heldOn < found.diedOn) throw new Refusal('dates-out-of-order', ['heldOn'])
        }
        if (times === null && (await isInvitedTo(tx, of))) throw new Refusal('meeting-without-times')
        const { startsAt, endsAt } = times ?? { startsAt: null, endsAt: null }
        const cipher = await areaCipher(tx, parts.keys, areaId)
        const changed = { kind, heldOn, startsAt, endsAt, place }
        const was = { ...plan, place: await placeOfPanel(tx, cipher, of) }
        if (staysAsInvited(was, changed)) return null
        await savePlan(tx, cipher, of, changed)
        if (laterOf(plan.heldOn, heldOn) >= parts.clock.today())
          await announceChange(tx, { actor, parts }, of)
        for (const caseId of cases) await setNextClock(tx, areaId, caseId)
        await parts.audit.record(tx, actor, areaId, {
          action: 'panel-meeting.change',
          object: { kind: 'panel-meeting', id: panelMeetingId },
        })
        return null
      },
    )
  })
