import type { Db } from '@cdop/database'
import { type AreaId, Instant, type PanelMeetingId, PersonId, text } from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'
import type { Writer } from './note-store.ts'

/** Why a legal hold was put on or taken off. */
export const HoldReason = text(1_000)

/** Each time a legal hold on the private notes of a meeting was put on, or taken off. */
export const NoteHold = z.strictObject({
  entry: z.int().positive(),
  holds: z.boolean(),
  reason: HoldReason,
  recordedBy: PersonId,
  recordedAt: Instant,
})
export type NoteHold = z.infer<typeof NoteHold>

const sealedFor = (panelMeetingId: string, entry: number) => `private_note_holds/${panelMeetingId}/${entry}`

/** Whether a legal hold keeps the private notes of a meeting. */
async function notesHeld(tx: Db, areaId: AreaId, panelMeetingId: PanelMeetingId): Promise<boolean> {
  const [row] = await tx<{ holds: boolean }[]>`
    select holds from case_review.private_note_holds
    where area_id = ${areaId} and panel_meeting_id = ${panelMeetingId} order by entry desc limit 1
  `
  return row?.holds ?? false
}

/** Whether a legal hold keeps a note: on the meeting it was last written for, or on the one it is read for now. */
export async function noteIsHeld(
  tx: Db,
  { areaId, caseId, personId }: Writer,
  panelMeetingId: PanelMeetingId,
): Promise<boolean> {
  const [row] = await tx<{ writtenFor: PanelMeetingId }[]>`
    select panel_meeting_id as written_for from case_review.private_notes
    where area_id = ${areaId} and case_id = ${caseId} and person_id = ${personId}
  `
  if (row !== undefined && (await notesHeld(tx, areaId, row.writtenFor))) return true
  return notesHeld(tx, areaId, panelMeetingId)
}

/** Every entry, opened, the newest first. */
export async function noteHoldsOf(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  panelMeetingId: PanelMeetingId,
): Promise<NoteHold[]> {
  const rows = await tx<{ entry: number; reason: Buffer }[]>`
    select entry, holds, reason, recorded_by, recorded_at from case_review.private_note_holds
    where area_id = ${areaId} and panel_meeting_id = ${panelMeetingId} order by entry desc
  `
  return rows.map(({ reason, ...row }) =>
    NoteHold.parse({
      ...row,
      reason: cipher.openJson(sealedFor(panelMeetingId, row.entry), 'reason', reason),
    }),
  )
}

/** False when another entry was made meanwhile. */
export async function addNoteHold(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  panelMeetingId: PanelMeetingId,
  { entry, holds, reason, recordedBy, recordedAt }: NoteHold,
): Promise<boolean> {
  const { count } = await tx`
    insert into case_review.private_note_holds
      (area_id, panel_meeting_id, entry, holds, reason, recorded_by, recorded_at)
    values (${areaId}, ${panelMeetingId}, ${entry}, ${holds},
      ${cipher.sealJson(sealedFor(panelMeetingId, entry), 'reason', reason)}, ${recordedBy}, ${recordedAt})
    on conflict do nothing
  `
  return count > 0
}
