import { AreaId, notesEndOn, PanelMeetingId, PlainDate, Refusal, requireArea } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { areaCipher } from '../area/area-cipher.ts'
import { findMeeting } from '../panel-meeting/panel-meeting-store.ts'
import { requires } from '../rpc.ts'
import { addNoteHold, HoldReason, NoteHold, noteHoldsOf } from './note-hold-store.ts'
import { keepFromDestroying } from './note-watch.ts'

/** Whether a legal hold keeps the private notes of a meeting, with its history: nothing of any note, nor whose there are. */
export const readNoteHold = requires('panel-meeting:arrange')
  .input(z.strictObject({ areaId: AreaId, panelMeetingId: PanelMeetingId }))
  .output(z.strictObject({ heldOn: PlainDate, endsOn: PlainDate, entries: z.array(NoteHold) }))
  .query(({ ctx: { actor, parts }, input: { areaId, panelMeetingId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const meeting = await findMeeting(tx, areaId, panelMeetingId)
      if (meeting === null) throw new Refusal('not-found')
      await parts.audit.record(tx, actor, areaId, {
        action: 'private-note-hold.read',
        object: { kind: 'panel-meeting', id: panelMeetingId },
      })
      const cipher = await areaCipher(tx, parts.keys, areaId)
      const entries = await noteHoldsOf(tx, cipher, areaId, panelMeetingId)
      return { heldOn: meeting.heldOn, endsOn: notesEndOn(meeting.heldOn), entries }
    })
  })

/**
 * Puts a legal hold on the private notes of a meeting, or takes it off. While it stands none is destroyed and none is
 * changed; taken off, what is over is destroyed with the next day. `entry` is the newest one that was seen, 0 for none.
 * @throws Refusal `stale` when somebody recorded another meanwhile, or when it stands so already
 */
export const recordNoteHold = requires('panel-meeting:arrange')
  .input(
    z.strictObject({
      areaId: AreaId,
      panelMeetingId: PanelMeetingId,
      holds: z.boolean(),
      reason: HoldReason,
      entry: z.int().min(0),
      key: AttemptKey,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, panelMeetingId, holds, reason } = input
    const change = { areaId, procedure: 'private-note-hold.record', input, outcome: z.null() }
    await changeOnce({ actor, parts }, change, async (tx) => {
      if ((await findMeeting(tx, areaId, panelMeetingId)) === null) throw new Refusal('not-found')
      await keepFromDestroying(tx, areaId)
      const cipher = await areaCipher(tx, parts.keys, areaId)
      const [newest] = await noteHoldsOf(tx, cipher, areaId, panelMeetingId)
      if ((newest?.entry ?? 0) !== input.entry || (newest?.holds ?? false) === holds)
        throw new Refusal('stale')
      const entry = input.entry + 1
      const recorded = { recordedBy: person.personId, recordedAt: parts.clock.now() }
      if (!(await addNoteHold(tx, cipher, areaId, panelMeetingId, { entry, holds, reason, ...recorded })))
        throw new Refusal('stale')
      await parts.audit.record(tx, actor, areaId, {
        action: 'private-note-hold.record',
        object: { kind: 'panel-meeting', id: panelMeetingId },
      })
      return null
    })
  })
