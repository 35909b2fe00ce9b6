import type { Db } from '@cdop/database'
import {
  type AreaId,
  type InformationRequestId,
  Instant,
  LaterReason,
  PlainDate,
  TranscriptionChannel,
  type TranscriptionId,
  text,
} from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'
import { Informant, openInformant } from '../transcription/transcription-store.ts'

/** Why an agency corrects what it returned. */
export const CorrectionReason = text(2000)

/** What a version says that is a part: how many sections of the forms were completed, and when the rest was to come, and why so late. */
const PartOfVersion = z.strictObject({
  promisedOn: PlainDate,
  reason: LaterReason,
  sectionsCompleted: z.int().nonnegative(),
  sectionsAsked: z.int().positive(),
})

/** A version of what was returned: the first, or a correction with the reason for it. */
export const ReturnVersion = z.strictObject({
  entry: z.number().int().positive(),
  returnedAt: Instant,
  why: z.string().nullable(),
  /** A part of the answer, with the day the rest was promised for when it came, or last before there was more. */
  part: PartOfVersion.nullable(),
  /** Entered on behalf of the agency: who told it, how and when, and where it stands. */
  transcribed: z
    .strictObject({ channel: TranscriptionChannel, toldOn: PlainDate, ...Informant.shape })
    .nullable(),
})
export type ReturnVersion = z.infer<typeof ReturnVersion>

type Place = { areaId: AreaId; informationRequestId: InformationRequestId }

/** Bound to its request and version. */
const tableOf = (id: InformationRequestId, entry: number) => `form_corrections/${id}/${entry}`

/** The version that is being made, or null while nothing is corrected. */
export async function openCorrection(
  tx: Db,
  { areaId, informationRequestId }: Place,
): Promise<number | null> {
  const [row] = await tx<{ entry: number }[]>`
    select entry from case_review.form_corrections
    where area_id = ${areaId} and information_request_id = ${informationRequestId} and returned_at is null
  `
  return row === undefined ? null : z.number().int().parse(row.entry)
}

export async function beginCorrection(
  tx: Db,
  cipher: SubjectCipher,
  { areaId, informationRequestId }: Place,
  { entry, why, at }: { entry: number; why: string; at: Instant },
): Promise<void> {
  await tx`
    insert into case_review.form_corrections (area_id, information_request_id, entry, why, begun_at)
    values (${areaId}, ${informationRequestId}, ${entry},
      ${cipher.sealJson(tableOf(informationRequestId, entry), 'why', why)}, ${at})
  `
}

export async function endCorrection(
  tx: Db,
  { areaId, informationRequestId }: Place,
  { entry, at }: { entry: number; at: Instant },
): Promise<void> {
  await tx`
    update case_review.form_corrections set returned_at = ${at}
    where area_id = ${areaId} and information_request_id = ${informationRequestId} and entry = ${entry}
  `
}

type VersionRow = {
  entry: number
  returnedAt: Date
  why: Buffer | null
  transcriptionId: TranscriptionId | null
  channel: string | null
  toldOn: string | null
  informant: Buffer | null
  part: unknown
}

/** Every version of what was returned, the newest first. */
export async function returnVersions(
  tx: Db,
  cipher: SubjectCipher,
  { areaId, informationRequestId }: Place,
): Promise<ReturnVersion[]> {
  const rows = await tx<VersionRow[]>`
    select distinct on (f.entry) f.entry, f.returned_at, c.why, t.transcription_id, t.channel, t.told_on, t.informant,
      p.part
    from case_review.returned_forms f
    left join case_review.form_corrections c using (area_id, information_request_id, entry)
    left join case_review.transcriptions t using (area_id, information_request_id, entry)
    left join lateral (
      select json_build_object('promisedOn', promised_on, 'reason', reason, 'sectionsCompleted', sections_completed,
        'sectionsAsked', sections_asked) as part
      from case_review.partial_returns
      where area_id = f.area_id and information_request_id = f.information_request_id and entry = f.entry
      order by number desc limit 1
    ) p on true
    where f.area_id = ${areaId} and f.information_request_id = ${informationRequestId}
    order by f.entry desc
  `
  return rows.map(({ entry, returnedAt, why, transcriptionId, channel, toldOn, informant, part }) =>
    ReturnVersion.parse({
      entry,
      returnedAt,
      part,
      // A correction that was left off is not why the office entered another version.
      why:
        why === null || transcriptionId !== null
          ? null
          : cipher.openJson(tableOf(informationRequestId, entry), 'why', why),
      transcribed:
        transcriptionId === null || informant === null
          ? null
          : { channel, toldOn, ...openInformant(cipher, transcriptionId, informant) },
    }),
  )
}
