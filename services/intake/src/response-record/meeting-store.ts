import type { Db } from '@cdop/database'
import { type AreaId, Refusal, type ResponseId, type ResponseMeetingId } from '@cdop/domain'
import type { KeyProvider, SubjectCipher } from '@cdop/encryption'
import { cipherOf } from './response-cipher.ts'
import { ResponseMeeting, ResponseMeetingRow, ResponseNotes, ResponseNotesEntry } from './response-record.ts'

const columns = (tx: Db) => tx`
  response_meeting_id, response_id, kind, state, version, sequence, starts_at, ends_at, not_held_reason, recorded_by,
  recorded_at
`
/** Bound to its meeting: it opens as no other's. */
const tableOf = (id: ResponseMeetingId) => `response_meetings/${id}`
const notesTable = (id: ResponseMeetingId, entry: number) => `response_meeting_notes/${id}/${entry}`

/** The meetings and visits of some responses that are one, by when they were, or were to be. */
export async function meetingsOf(
  tx: Db,
  areaId: AreaId,
  responseIds: readonly ResponseId[],
): Promise<ResponseMeetingRow[]> {
  const rows = await tx`
    select ${columns(tx)} from intake.response_meetings
    where area_id = ${areaId} and response_id = any (${[...responseIds]}::uuid[])
    order by coalesce(starts_at, recorded_at), response_meeting_id
  `
  return rows.map((row) => ResponseMeetingRow.parse({ ...row }))
}

/**
 * A meeting of a response, as somebody last saw it.
 * @throws Refusal `not-found` for another response's, `stale`
 */
export async function findMeeting(
  tx: Db,
  { areaId, responseIds }: { areaId: AreaId; responseIds: readonly ResponseId[] },
  asked: { responseMeetingId: ResponseMeetingId; version?: number },
): Promise<ResponseMeetingRow> {
  const [row] = await tx`
    select ${columns(tx)} from intake.response_meetings
    where area_id = ${areaId} and response_meeting_id = ${asked.responseMeetingId}
  `
  const found = row === undefined ? null : ResponseMeetingRow.parse({ ...row })
  if (found === null || !responseIds.includes(found.responseId)) throw new Refusal('not-found')
  if (asked.version !== undefined && asked.version !== found.version) throw new Refusal('stale')
  return found
}

/** A meeting with its words. @throws Error when its key is gone */
export async function openMeeting(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  meeting: ResponseMeetingRow,
): Promise<ResponseMeeting> {
  const { responseMeetingId, responseId } = meeting
  const [row] = await tx<{ place: Buffer | null; notHeldNote: Buffer | null }[]>`
    select place, not_held_note from intake.response_meetings
    where area_id = ${areaId} and response_meeting_id = ${responseMeetingId}
  `
  const cipher = await cipherOf(tx, keys, areaId, responseId)
  const opened = (column: string, sealed: Buffer | null | undefined) => {
    if (sealed === null || sealed === undefined) return null
    if (cipher === null) throw new Error('the key of the response is missing')
    return cipher.openJson(tableOf(responseMeetingId), column, sealed)
  }
  return ResponseMeeting.parse({
    ...meeting,
    place: opened('place', row?.place),
    notHeldNote: opened('not_held_note', row?.notHeldNote),
    notes: cipher === null ? null : await newestNotes(tx, cipher, { areaId, responseMeetingId }),
  })
}

type Of = { areaId: AreaId; responseMeetingId: ResponseMeetingId }

/** The newest notes of a meeting; null before it was held. */
export async function newestNotes(tx: Db, cipher: SubjectCipher, of: Of): Promise<ResponseNotesEntry | null> {
  const [row] = await tx<{ entry: number; written: Buffer }[]>`
    select entry, written, recorded_by, recorded_at from intake.response_meeting_notes
    where area_id = ${of.areaId} and response_meeting_id = ${of.responseMeetingId} order by entry desc limit 1
  `
  if (row === undefined) return null
  const { written, ...rest } = row
  const notes = ResponseNotes.parse(
    cipher.openJson(notesTable(of.responseMeetingId, row.entry), 'written', written),
  )
  return ResponseNotesEntry.parse({ ...rest, ...notes })
}

/** Adds an entry; those before it stay. */
export async function addNotes(
  tx: Db,
  cipher: SubjectCipher,
  of: Of & { responseId: ResponseId },
  { entry, attendees, notes, recordedBy, recordedAt }: ResponseNotesEntry,
): Promise<void> {
  const table = notesTable(of.responseMeetingId, entry)
  await tx`
    insert into intake.response_meeting_notes
      (area_id, response_meeting_id, response_id, entry, written, recorded_by, recorded_at)
    values (${of.areaId}, ${of.responseMeetingId}, ${of.responseId}, ${entry},
      ${cipher.sealJson(table, 'written', { attendees, notes })}, ${recordedBy}, ${recordedAt})
  `
}

/** A meeting as it is written: anew, or in place of what was arranged. */
export type WrittenMeeting = Omit<ResponseMeetingRow, 'version' | 'sequence'> & {
  place: string | null
  notHeldNote: string | null
}

/** Writes a meeting, or what became of an arranged one. Its calendar files count one more each time. */
export async function saveMeeting(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  meeting: WrittenMeeting,
): Promise<void> {
  const { responseMeetingId, responseId, kind, state, startsAt, endsAt, notHeldReason } = meeting
  const sealed = (column: string, words: string | null) =>
    words === null ? null : cipher.sealJson(tableOf(responseMeetingId), column, words)
  await tx`
    insert into intake.response_meetings (area_id, response_meeting_id, response_id, kind, state, starts_at, ends_at,
      place, not_held_reason, not_held_note, recorded_by, recorded_at)
    values (${areaId}, ${responseMeetingId}, ${responseId}, ${kind}, ${state}, ${startsAt}, ${endsAt},
      ${sealed('place', meeting.place)}, ${notHeldReason}, ${sealed('not_held_note', meeting.notHeldNote)},
      ${meeting.recordedBy}, ${meeting.recordedAt})
    on conflict (area_id, response_meeting_id) do update
    set state = excluded.state, starts_at = excluded.starts_at, ends_at = excluded.ends_at, place = excluded.place,
      not_held_reason = excluded.not_held_reason, not_held_note = excluded.not_held_note,
      recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at,
      sequence = response_meetings.sequence + 1, version = response_meetings.version + 1
  `
}

/** Counts a change of what was noted. */
export async function countVersion(tx: Db, { areaId, responseMeetingId }: Of): Promise<void> {
  await tx`
    update intake.response_meetings set version = version + 1
    where area_id = ${areaId} and response_meeting_id = ${responseMeetingId}
  `
}

/** Everything written in a record goes: with the response itself, or to the area that has it from now on. */
export async function deleteRecord(tx: Db, areaId: AreaId, responseId: ResponseId): Promise<void> {
  const of = tx`where area_id = ${areaId} and response_id = ${responseId}`
  await tx`delete from intake.response_meeting_notes ${of}`
  await tx`delete from intake.response_meetings ${of}`
  await tx`delete from intake.response_actions ${of}`
  await tx`delete from intake.response_checks ${of}`
}
