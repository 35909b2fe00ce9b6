import type { Db } from '@cdop/database'
import { AreaId, Instant, PersonId, RegionalAnswer } from '@cdop/domain'
import { z } from 'zod'
import type { RegionalOf } from './regional-store.ts'

/** What an area said to a regional meeting, and how often it has spoken. */
export const AreaAnswer = z.strictObject({
  ofAreaId: AreaId,
  answer: RegionalAnswer,
  answeredBy: PersonId.nullable(),
  answeredAt: Instant.nullable(),
  wordVersion: z.int().nonnegative(),
})
export type AreaAnswer = z.infer<typeof AreaAnswer>

/** What every area said, as far as this one has heard. */
export async function answersIn(
  tx: Db,
  { areaId, regionalMeetingId }: RegionalOf,
): Promise<ReadonlyMap<AreaId, AreaAnswer>> {
  const rows = await tx`
    select of_area_id, answer, answered_by, answered_at, word_version from case_review.regional_answers
    where area_id = ${areaId} and regional_meeting_id = ${regionalMeetingId} order by of_area_id
  `
  return new Map(rows.map((row) => AreaAnswer.parse({ ...row })).map((one) => [one.ofAreaId, one]))
}

/** Keeps the word of an area. */
export async function saveAnswer(
  tx: Db,
  { areaId, regionalMeetingId }: RegionalOf,
  { ofAreaId, answer, answeredBy, answeredAt, wordVersion }: AreaAnswer,
): Promise<void> {
  await tx`
    insert into case_review.regional_answers
      (area_id, regional_meeting_id, of_area_id, answer, answered_by, answered_at, word_version)
    values
      (${areaId}, ${regionalMeetingId}, ${ofAreaId}, ${answer}, ${answeredBy}, ${answeredAt}, ${wordVersion})
    on conflict (area_id, regional_meeting_id, of_area_id) do update
    set answer = excluded.answer, answered_by = excluded.answered_by, answered_at = excluded.answered_at,
      word_version = excluded.word_version
  `
}

/** Nobody has answered yet. */
export const notAnswered = (ofAreaId: AreaId): AreaAnswer => ({
  ofAreaId,
  answer: 'asked',
  answeredBy: null,
  answeredAt: null,
  wordVersion: 0,
})

/** What an area is called, by any other; null for one there is not. */
export async function knownAreaName(tx: Db, areaId: AreaId): Promise<string | null> {
  const [row] = await tx`select name from case_review.area_directory where area_id = ${areaId}`
  return row === undefined ? null : z.string().parse(row['name'])
}

/** What areas are called. */
export async function areaNames(tx: Db, areaIds: readonly AreaId[]): Promise<ReadonlyMap<AreaId, string>> {
  const rows = await tx`
    select area_id, name from case_review.area_directory where area_id = any (${[...areaIds]}::uuid[])
  `
  return new Map(rows.map((row) => [AreaId.parse(row['areaId']), z.string().parse(row['name'])]))
}
