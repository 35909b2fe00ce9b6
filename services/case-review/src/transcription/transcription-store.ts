import type { Db } from '@cdop/database'
import {
  type AreaId,
  type InformationRequestId,
  Instant,
  PersonId,
  PlainDate,
  TranscriptionChannel,
  TranscriptionId,
  text,
} from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'
import { ReturnedFormName } from '../returned-form/returned-form-store.ts'

/** Who told what an agency knows, and where that is written down. */
export const Informant = z.strictObject({
  name: text(120),
  role: text(120),
  /** The letter, mail or minutes it stands in, and where they lie; a telephone call may have none. */
  source: text(500).nullable(),
})
export type Informant = z.infer<typeof Informant>

/** Each form as far as it was entered, in the version it was begun in. */
export const EnteredForms = z.array(
  z.strictObject({
    form: ReturnedFormName,
    formVersion: z.string(),
    stages: z.array(z.string()).nullable(),
    answers: z.record(z.string(), z.unknown()),
  }),
)
export type EnteredForms = z.infer<typeof EnteredForms>

/** A transcription as it lies in the table, opened. */
export const Transcription = z.strictObject({
  transcriptionId: TranscriptionId,
  channel: TranscriptionChannel,
  toldOn: PlainDate,
  informant: Informant,
  forms: EnteredForms,
  version: z.number().int().positive(),
  begunBy: PersonId,
  begunAt: Instant,
})
export type Transcription = z.infer<typeof Transcription>

type Place = { areaId: AreaId; informationRequestId: InformationRequestId }

/** What is sealed opens as no other transcription's. */
const tableOf = (id: TranscriptionId) => `transcriptions/${id}`

export function openInformant(cipher: SubjectCipher, id: TranscriptionId, sealed: Buffer): Informant {
  return Informant.parse(cipher.openJson(tableOf(id), 'informant', sealed))
}

/** What is being entered on behalf of an agency; null while nothing is. */
export async function findOpenTranscription(
  tx: Db,
  cipher: SubjectCipher,
  { areaId, informationRequestId }: Place,
): Promise<Transcription | null> {
  const [row] = await tx<{ transcriptionId: TranscriptionId; informant: Buffer; answers: Buffer }[]>`
    select transcription_id, channel, told_on, informant, answers, version, begun_by, begun_at
    from case_review.transcriptions
    where area_id = ${areaId} and information_request_id = ${informationRequestId}
      and entry is null and discarded_at is null
  `
  if (row === undefined) return null
  const { informant, answers, ...rest } = row
  const table = tableOf(row.transcriptionId)
  return Transcription.parse({
    ...rest,
    informant: openInformant(cipher, row.transcriptionId, informant),
    forms: cipher.openJson(table, 'answers', answers),
  })
}

export async function insertTranscription(
  tx: Db,
  cipher: SubjectCipher,
  { areaId, informationRequestId }: Place,
  begun: Transcription,
): Promise<void> {
  const table = tableOf(begun.transcriptionId)
  await tx`
    insert into case_review.transcriptions (
      area_id, transcription_id, information_request_id, channel, told_on, informant, answers, version, begun_by, begun_at
    ) values (
      ${areaId}, ${begun.transcriptionId}, ${informationRequestId}, ${begun.channel}, ${begun.toldOn},
      ${cipher.sealJson(table, 'informant', begun.informant)}, ${cipher.sealJson(table, 'answers', begun.forms)},
      ${begun.version}, ${begun.begunBy}, ${begun.begunAt}
    )
  `
}

/** Puts the forms in the place of those before. */
export async function saveTranscription(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  { transcriptionId, version }: Pick<Transcription, 'transcriptionId' | 'version'>,
  forms: EnteredForms,
): Promise<void> {
  await tx`
    update case_review.transcriptions
    set answers = ${cipher.sealJson(tableOf(transcriptionId), 'answers', forms)}, version = ${version + 1}
    where area_id = ${areaId} and transcription_id = ${transcriptionId}
  `
}

/** It became a version of what the agency returned; what was entered lies there from now on, and only there. */
export async function markRecorded(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  id: TranscriptionId,
  { entry, by, at }: { entry: number; by: PersonId; at: Instant },
): Promise<void> {
  await tx`
    update case_review.transcriptions
    set entry = ${entry}, recorded_by = ${by}, recorded_at = ${at},
      answers = ${cipher.sealJson(tableOf(id), 'answers', [])}
    where area_id = ${areaId} and transcription_id = ${id}
  `
}

/** Nothing became of it: what was entered is gone. */
export async function markDiscarded(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  id: TranscriptionId,
  at: Instant,
): Promise<void> {
  await tx`
    update case_review.transcriptions
    set discarded_at = ${at}, answers = ${cipher.sealJson(tableOf(id), 'answers', [])}
    where area_id = ${areaId} and transcription_id = ${id}
  `
}
