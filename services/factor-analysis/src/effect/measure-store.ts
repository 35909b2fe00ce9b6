import type { Db } from '@cdop/database'
import { type AreaId, type Instant, PersonId, PlainDate, RecommendationId } from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { type MeasuredEffect, measuredEffect } from '@cdop/statistics'
import { z } from 'zod'
import { EntryWords } from '../recommendation/recommendation-words.ts'

/** Where a measure is to go: up or down, to how many in a hundred. */
export const Aim = z.strictObject({ wanted: z.enum(['rise', 'fall']), target: z.int().min(0).max(100) })
export type Aim = z.infer<typeof Aim>

/** One time something was counted. */
export const Measure = z.strictObject({
  measuredOn: PlainDate,
  count: z.int(),
  of: z.int(),
  /** It begins anew: what comes after is held against it. */
  aim: Aim.nullable(),
  /** Where the figure comes from. */
  words: z.string().nullable(),
  recordedBy: PersonId,
})
export type Measure = z.infer<typeof Measure>

const Row = z.object({
  recommendationId: RecommendationId,
  entry: z.int(),
  measuredOn: PlainDate,
  counted: z.int(),
  outOf: z.int(),
  wanted: z.enum(['rise', 'fall']).nullable(),
  target: z.int().nullable(),
  sealedWords: z.instanceof(Buffer).nullable(),
  recordedBy: PersonId,
})
type Row = z.infer<typeof Row>

const bound = (of: string, entry: number) => `recommendation_measures/${of}/${entry}`

function measure(cipher: SubjectCipher, row: Row): Measure {
  const { recommendationId, entry, measuredOn, counted, outOf, wanted, target, sealedWords, recordedBy } = row
  const words =
    sealedWords &&
    EntryWords.parse(cipher.openJson(bound(recommendationId, entry), 'sealed_words', sealedWords))
  const aim = wanted === null || target === null ? null : { wanted, target }
  return { measuredOn, count: counted, of: outOf, aim, words, recordedBy }
}

const columns = (tx: Db) => tx`
  recommendation_id, entry, measured_on, counted, out_of, wanted, target, sealed_words, recorded_by
`

/** Everything that was measured in an area, by recommendation, each in its order. */
export async function measuresIn(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
): Promise<Map<RecommendationId, Measure[]>> {
  const rows = await tx`
    select ${columns(tx)} from factor_analysis.recommendation_measures where area_id = ${areaId}
    order by recommendation_id, entry
  `
  const read = rows.map((row) => Row.parse(row))
  const grouped = Map.groupBy(read, ({ recommendationId }) => recommendationId)
  return new Map([...grouped].map(([of, own]) => [of, own.map((row) => measure(cipher, row))]))
}

/** What was measured of a recommendation, in its order. */
export async function measuresOf(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  recommendationId: RecommendationId,
): Promise<Measure[]> {
  const rows = await tx`
    select ${columns(tx)} from factor_analysis.recommendation_measures
    where area_id = ${areaId} and recommendation_id = ${recommendationId} order by entry
  `
  return rows.map((row) => measure(cipher, Row.parse(row)))
}

/** Adds the next measure. The recommendation is locked by the caller. */
export async function addMeasure(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  recommendationId: RecommendationId,
  { measuredOn, count, of, aim, words, recordedBy, entry, at }: Measure & { entry: number; at: Instant },
): Promise<void> {
  const sealed =
    words === null ? null : cipher.sealJson(bound(recommendationId, entry), 'sealed_words', words)
  await tx`
    insert into factor_analysis.recommendation_measures (area_id, recommendation_id, entry, measured_on, counted, out_of,
      wanted, target, sealed_words, recorded_by, recorded_at)
    values (${areaId}, ${recommendationId}, ${entry}, ${measuredOn}, ${count}, ${of}, ${aim?.wanted ?? null},
      ${aim?.target ?? null}, ${sealed}, ${recordedBy}, ${at})
  `
}

/** The newest baseline and the latest measure after it; what is not there is null. */
export function baselineAndLatest(measures: readonly Measure[]): {
  baseline: (Measure & { aim: Aim }) | null
  latest: Measure | null
} {
  const at = measures.findLastIndex(({ aim }) => aim !== null)
  const found = measures[at]
  if (found === undefined || found.aim === null) return { baseline: null, latest: null }
  const latest = measures.slice(at + 1).at(-1) ?? null
  return { baseline: { ...found, aim: found.aim }, latest }
}

/** Whether what was measured last shows an effect; null while nothing was measured again. */
export function effectOf(measures: readonly Measure[]): MeasuredEffect | null {
  const { baseline, latest } = baselineAndLatest(measures)
  if (baseline === null || latest === null) return null
  const { wanted, target } = baseline.aim
  return measuredEffect({ wanted, target: target / 100, before: baseline, now: latest })
}
