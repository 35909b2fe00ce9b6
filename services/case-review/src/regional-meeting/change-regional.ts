import type { Db } from '@cdop/database'
import { AreaId, CancelMeetingReason, Refusal, RegionalMeetingId } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { areaCipher } from '../area/area-cipher.ts'
import { hasDecided } from '../panel-meeting/meeting-plan-store.ts'
import { requires } from '../rpc.ts'
import { wakeRegional } from './carry-regional.ts'
import { callOffOwnMeeting, moveOwnMeeting } from './own-meeting.ts'
import { RegionalPlan, requireToCome, wordsOf } from './regional-plan.ts'
import { findRegional, type Regional, regionalWords, saveRegional } from './regional-store.ts'

const Changing = z.strictObject({
  areaId: AreaId,
  regionalMeetingId: RegionalMeetingId,
  /** As the person saw it. */
  planVersion: z.int().positive(),
  key: AttemptKey,
})

/**
 * A regional meeting its own host is about to plan anew, locked.
 * @throws Refusal `not-found` also for an area that was asked; `meeting-over`, `stale`, `panel-meeting-decided`
 */
async function hosted(tx: Db, asked: z.infer<typeof Changing>): Promise<Regional> {
  const found = await findRegional(tx, asked, { lock: true })
  if (found.hostAreaId !== asked.areaId) throw new Refusal('not-found')
  if (found.cancelledAt !== null) throw new Refusal('meeting-over')
  if (found.planVersion !== asked.planVersion) throw new Refusal('stale')
  const { panelMeetingId } = found
  if (panelMeetingId === null) throw new Error('the host of a regional meeting takes part in it')
  if (await hasDecided(tx, { areaId: asked.areaId, panelMeetingId })) {
    throw new Refusal('panel-meeting-decided')
  }
  return found
}

/**
 * Moves a regional meeting, or puts it in other words: the meeting of every area that takes part goes along, unless its
 * panel has decided something already.
 * @throws Refusal `dates-out-of-order`, and as `hosted` does
 */
export const changeRegional = requires('panel-meeting:arrange')
  .input(Changing.extend(RegionalPlan.shape))
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    requirePerson(actor)
    const { areaId, regionalMeetingId } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'regional-meeting.change', input, outcome: z.null() },
      async (tx) => {
        requireToCome(input, parts.clock)
        const found = await hosted(tx, input)
        const { heldOn, startsAt, endsAt } = input
        const regional = { ...found, planVersion: found.planVersion + 1, heldOn, startsAt, endsAt }
        const words = wordsOf(input)
        await saveRegional(tx, await areaCipher(tx, parts.keys, areaId), areaId, regional, words)
        await moveOwnMeeting(tx, { actor, parts }, { areaId, regional }, words)
        await wakeRegional(tx, { regionalMeetingId, hostAreaId: areaId })
        await parts.audit.record(tx, actor, areaId, {
          action: 'regional-meeting.change',
          object: { kind: 'regional-meeting', id: regionalMeetingId },
        })
        return null
      },
    )
  })

/**
 * Calls a regional meeting off, in every area: the cases of each are as ready for a panel as they were.
 * @throws Refusal as `hosted` does
 */
export const cancelRegional = requires('panel-meeting:arrange')
  .input(Changing.extend({ reason: CancelMeetingReason }))
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const { personId: by } = requirePerson(actor)
    const { areaId, regionalMeetingId, reason } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'regional-meeting.cancel', input, outcome: z.null() },
      async (tx) => {
        const found = await hosted(tx, input)
        const cancelled = { cancelledAt: parts.clock.now(), cancelledBy: by, cancelReason: reason }
        const regional = { ...found, planVersion: found.planVersion + 1, ...cancelled }
        const cipher = await areaCipher(tx, parts.keys, areaId)
        await saveRegional(tx, cipher, areaId, regional, await regionalWords(tx, cipher, input))
        await callOffOwnMeeting(tx, { actor, parts }, { areaId, regional })
        await wakeRegional(tx, { regionalMeetingId, hostAreaId: areaId })
        await parts.audit.record(tx, actor, areaId, {
          action: 'regional-meeting.cancel',
          object: { kind: 'regional-meeting', id: regionalMeetingId },
        })
        return null
      },
    )
  })
