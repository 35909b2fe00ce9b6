import {
  AreaId,
  CaseId,
  CaseReference,
  notesEndOn,
  PanelMeetingId,
  PlainDate,
  requireArea,
} from '@cdop/domain'
import { z } from 'zod'
import { accessTo } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import { findMeeting } from '../panel-meeting/panel-meeting-store.ts'
import { requireStatement } from '../panel-statement/require-statement.ts'
import { listedPack } from '../reading/listed-pack.ts'
import { openedMeeting } from '../regional-meeting/opened-meeting.ts'
import { requires } from '../rpc.ts'
import { noteIsHeld } from './note-hold-store.ts'
import { findNote, notesFor, PrivateNote } from './note-store.ts'

/** The asking person's own note on a case they read for a meeting: nobody else's is there. */
export const readNote = requires('pack:read')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId, panelMeetingId: PanelMeetingId }))
  .output(
    z.strictObject({
      note: PrivateNote.nullable(),
      /** On which day it is destroyed. */
      endsOn: PlainDate,
      /** A legal hold keeps it as it is. */
      held: z.boolean(),
    }),
  )
  .query(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, panelMeetingId } = input
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      await listedPack(tx, parts, person, input)
      const meeting = await findMeeting(tx, areaId, panelMeetingId)
      if (meeting === null) throw new Error('a case is listed for a meeting that is there')
      const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
      const writer = { areaId, caseId, personId: person.personId }
      const note = await findNote(tx, cipher, writer)
      if (note !== null) {
        await parts.audit.record(tx, actor, areaId, {
          action: 'private-note.read',
          object: { kind: 'case', id: caseId },
        })
      }
      const held = await noteIsHeld(tx, writer, panelMeetingId)
      return { note, endsOn: notesEndOn(meeting.heldOn), held }
    })
  })

/** The asking person's own notes for a meeting, to take with them: of cases they may still read, and no other. */
export const exportNotes = requires('pack:read')
  .input(z.strictObject({ areaId: AreaId, panelMeetingId: PanelMeetingId }))
  .output(
    z.strictObject({
      heldOn: PlainDate,
      endsOn: PlainDate,
      notes: z.array(PrivateNote.extend({ caseId: CaseId, reference: CaseReference })),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, panelMeetingId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    const today = parts.clock.today()
    return parts.database.transaction(actor, async (tx) => {
      const { meeting } = await openedMeeting(tx, person, { areaId, panelMeetingId, today })
      await requireStatement(tx, person, areaId, today)
      const writer = { areaId, personId: person.personId }
      const all = await notesFor(tx, parts.keys, writer, panelMeetingId)
      const ids = all.map(({ caseId }) => caseId)
      const access = await accessTo(tx, person, areaId, ids, today)
      const readable = new Set(
        access.filter(({ classes }) => classes.includes('pack')).map(({ line }) => line.caseId),
      )
      const notes = all.filter(({ caseId }) => readable.has(caseId))
      if (notes.length > 0) {
        await parts.audit.record(
          tx,
          actor,
          areaId,
          ...notes.map(({ caseId: id }) => ({
            action: 'private-note.export',
            object: { kind: 'case', id },
          })),
        )
      }
      return { heldOn: meeting.heldOn, endsOn: notesEndOn(meeting.heldOn), notes }
    })
  })
