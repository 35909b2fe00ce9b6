import type { Db } from '@cdop/database'
import {
  type AreaId,
  CaseId,
  CaseReference,
  Instant,
  type PanelMeetingId,
  PersonId,
  PlainDate,
  text,
} from '@cdop/domain'
import type { KeyProvider, SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'
import { caseCipher } from '../case/case-store.ts'

/** What a member notes for themselves. */
export const NoteText = text(10_000)

/** Whose note on which case. */
export type Writer = { readonly areaId: AreaId; readonly caseId: CaseId; readonly personId: PersonId }

export const PrivateNote = z.strictObject({ text: NoteText, version: z.int().positive(), writtenAt: Instant })
export type PrivateNote = z.infer<typeof PrivateNote>

const sealedFor = (personId: string) => `private_notes/${personId}`

/** The note somebody wrote on a case, opened; with `lock` it stays as it is until the transaction ends. */
export async function findNote(
  tx: Db,
  cipher: SubjectCipher,
  { areaId, caseId, personId }: Writer,
): Promise<PrivateNote | null> {
  const [row] = await tx<{ note: Buffer; version: number; writtenAt: string }[]>`
    select note, version, written_at from case_review.private_notes
    where area_id = ${areaId} and case_id = ${caseId} and person_id = ${personId} for update
  `
  if (row === undefined) return null
  const { note, ...rest } = row
  return PrivateNote.parse({ ...rest, text: cipher.openJson(sealedFor(personId), 'note', note) })
}

/** Keeps a note as its next version. False when somebody, in another window, has written that version meanwhile. */
export async function saveNote(
  tx: Db,
  cipher: SubjectCipher,
  { areaId, caseId, personId }: Writer,
  { panelMeetingId, text, version, writtenAt }: PrivateNote & { panelMeetingId: PanelMeetingId },
): Promise<boolean> {
  const note = cipher.sealJson(sealedFor(personId), 'note', text)
  const { count } = await tx`
    insert into case_review.private_notes as n
      (area_id, case_id, person_id, panel_meeting_id, note, version, written_at)
    values (${areaId}, ${caseId}, ${personId}, ${panelMeetingId}, ${note}, ${version}, ${writtenAt})
    on conflict (area_id, case_id, person_id) do update
    set panel_meeting_id = excluded.panel_meeting_id, note = excluded.note, version = excluded.version,
      written_at = excluded.written_at
    where n.version = excluded.version - 1
  `
  return count > 0
}

export async function destroyNote(tx: Db, { areaId, caseId, personId }: Writer): Promise<void> {
  await tx`
    delete from case_review.private_notes
    where area_id = ${areaId} and case_id = ${caseId} and person_id = ${personId}
  `
}

/** What somebody wrote on the cases of a meeting's agenda, opened, whether or not they may still see the case. */
export async function notesFor(
  tx: Db,
  keys: KeyProvider,
  { areaId, personId }: { areaId: AreaId; personId: PersonId },
  panelMeetingId: PanelMeetingId,
): Promise<(PrivateNote & { caseId: CaseId; reference: CaseReference })[]> {
  const rows = await tx<{ caseId: CaseId; note: Buffer }[]>`
    select n.case_id, c.reference, n.note, n.version, n.written_at
    from case_review.listings l
    join case_review.private_notes n
      on n.area_id = l.area_id and n.case_id = l.case_id and n.person_id = ${personId}
    join case_review.cases c on c.area_id = l.area_id and c.case_id = l.case_id
    where l.area_id = ${areaId} and l.panel_meeting_id = ${panelMeetingId} and c.merged_into is null
    order by c.reference
  `
  const opened: (PrivateNote & { caseId: CaseId; reference: CaseReference })[] = []
  for (const { note, ...row } of rows) {
    const cipher = await caseCipher(tx, keys, areaId, row.caseId)
    const said = cipher.openJson(sealedFor(personId), 'note', note)
    opened.push(
      PrivateNote.extend({ caseId: CaseId, reference: CaseReference }).parse({ ...row, text: said }),
    )
  }
  return opened
}

const Kept = z.object({ caseId: CaseId, personId: PersonId, lastFor: PlainDate, held: z.boolean() })
export type KeptNote = z.infer<typeof Kept>

/**
 * Every note of an area, locked, with the last meeting it is for: the one it was written for, or a later one its case is
 * listed for now. A hold on either keeps it.
 */
export async function lockKeptNotes(tx: Db, areaId: AreaId): Promise<KeptNote[]> {
  const rows = await tx`
    select n.case_id, n.person_id, greatest(m.held_on, lm.held_on)::text as last_for,
      coalesce((
        select h.holds from case_review.private_note_holds h
        where h.area_id = n.area_id and h.panel_meeting_id = n.panel_meeting_id order by h.entry desc limit 1
      ), false) or coalesce((
        select h.holds from case_review.private_note_holds h
        where h.area_id = n.area_id and h.panel_meeting_id = l.panel_meeting_id order by h.entry desc limit 1
      ), false) as held
    from case_review.private_notes n
    join case_review.panel_meetings m on m.area_id = n.area_id and m.panel_meeting_id = n.panel_meeting_id
    left join case_review.listings l on l.area_id = n.area_id and l.case_id = n.case_id
    left join case_review.panel_meetings lm
      on lm.area_id = l.area_id and lm.panel_meeting_id = l.panel_meeting_id
    where n.area_id = ${areaId}
    for update of n
  `
  return rows.map((row) => Kept.parse(row))
}
