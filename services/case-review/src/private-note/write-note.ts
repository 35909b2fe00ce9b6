import { AreaId, CaseId, notesEndOn, PanelMeetingId, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import { findMeeting } from '../panel-meeting/panel-meeting-store.ts'
import { listedPack } from '../reading/listed-pack.ts'
import { requires } from '../rpc.ts'
import { noteIsHeld } from './note-hold-store.ts'
import { destroyNote, findNote, NoteText, saveNote } from './note-store.ts'
import { keepFromDestroying, watchNotes } from './note-watch.ts'

const Outcome = z.strictObject({ version: z.int() })

/**
 * Writes the asking person's own note on a case, or, without a text, destroys it. `version` is the one it was made from, 0
 * where there was none.
 * @throws Refusal `stale` when they wrote in another window meanwhile, `private-notes-held` while a legal hold keeps what
 * there is as it is, `private-notes-over` once the notes of the meeting are destroyed
 */
export const writeNote = requires('pack:read')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      panelMeetingId: PanelMeetingId,
      text: NoteText.nullable(),
      version: z.int().min(0),
      key: AttemptKey,
    }),
  )
  .output(Outcome)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, panelMeetingId, text } = input
    const change = { areaId, procedure: 'private-note.write', input, outcome: Outcome }
    return changeOnce({ actor, parts }, change, async (tx) => {
      await listedPack(tx, parts, person, input)
      const today = parts.clock.today()
      const meeting = await findMeeting(tx, areaId, panelMeetingId)
      if (meeting === null) throw new Error('a case is listed for a meeting that is there')
      if (notesEndOn(meeting.heldOn) <= today) throw new Refusal('private-notes-over')
      await watchNotes(tx, areaId, today)
      await keepFromDestroying(tx, areaId)
      const writer = { areaId, caseId, personId: person.personId }
      const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
      const before = await findNote(tx, cipher, writer)
      if ((before?.version ?? 0) !== input.version) throw new Refusal('stale')
      if (before === null && text === null) return { version: 0 }
      if (before !== null && (await noteIsHeld(tx, writer, panelMeetingId)))
        throw new Refusal('private-notes-held')
      const version = input.version + 1
      if (text === null) await destroyNote(tx, writer)
      else {
        const note = { panelMeetingId, text, version, writtenAt: parts.clock.now() }
        if (!(await saveNote(tx, cipher, writer, note))) throw new Refusal('stale')
      }
      await parts.audit.record(tx, actor, areaId, {
        action: text === null ? 'private-note.destroy' : 'private-note.write',
        object: { kind: 'case', id: caseId },
      })
      return { version: text === null ? 0 : version }
    })
  })
