import type { Db } from '@cdop/database'
import {
  type AreaId,
  CaseId,
  CaseReference,
  Instant,
  PersonId,
  PlainDate,
  QualityAnswers,
  QualityReviewId,
  QualitySampleId,
  Refusal,
} from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'

/** One drawing: by which rule, by whom and when. Its seed is not told. */
export const QualitySample = z.strictObject({
  sampleId: QualitySampleId,
  agreedFrom: PlainDate,
  /** Of the reviews that could be drawn, up to 1. */
  share: z.coerce.number(),
  fewest: z.int(),
  possible: z.int(),
  drawn: z.int(),
  drawnBy: PersonId,
  drawnAt: Instant,
})
export type QualitySample = z.infer<typeof QualitySample>

const StoredReview = z.object({
  reviewId: QualityReviewId,
  sampleId: QualitySampleId,
  caseId: CaseId,
  revision: z.int().positive(),
  reference: CaseReference,
  decidedBy: z.array(PersonId).min(1),
  found: z
    .object({
      checklist: z.string(),
      answers: QualityAnswers,
      sealedNote: z.instanceof(Buffer).nullable(),
      by: PersonId,
      on: PlainDate,
    })
    .nullable(),
})
export type StoredReview = z.infer<typeof StoredReview>

function reviewOf(row: Record<string, unknown>): StoredReview {
  const { answers, checklist, sealedNote, answeredBy: by, answeredOn: on, ...of } = row
  return StoredReview.parse({
    ...of,
    found: answers === null ? null : { answers, checklist, sealedNote, by, on },
  })
}

const columns = (tx: Db) => tx`
  review_id, sample_id, case_id, revision, reference, decided_by, checklist, answers, sealed_note, answered_by, answered_on
`

/** @throws Refusal `not-found` */
export async function qualityReview(
  tx: Db,
  areaId: AreaId,
  reviewId: QualityReviewId,
  options: { lock: boolean } = { lock: false },
): Promise<StoredReview> {
  const [row] = await tx`
    select ${columns(tx)} from factor_analysis.quality_reviews
    where area_id = ${areaId} and review_id = ${reviewId} ${options.lock ? tx`for update` : tx``}
  `
  if (row === undefined) throw new Refusal('not-found')
  return reviewOf(row)
}

export async function qualityReviews(tx: Db, areaId: AreaId): Promise<StoredReview[]> {
  const rows = await tx`
    select ${columns(tx)} from factor_analysis.quality_reviews where area_id = ${areaId} order by sample_id, reference
  `
  return rows.map((row) => reviewOf(row))
}

/** Every drawing of the area, the newest first. */
export async function qualitySamples(tx: Db, areaId: AreaId): Promise<QualitySample[]> {
  const rows = await tx`
    select sample_id, agreed_from, share, fewest, possible, drawn, drawn_by, drawn_at
    from factor_analysis.quality_samples where area_id = ${areaId} order by drawn_at desc, sample_id limit 100
  `
  return rows.map((row) => QualitySample.parse({ ...row }))
}

export async function addQualitySample(
  tx: Db,
  areaId: AreaId,
  sample: QualitySample & { seed: string },
): Promise<void> {
  const { sampleId, agreedFrom, share, fewest, seed, possible, drawn, drawnBy, drawnAt } = sample
  await tx`
    insert into factor_analysis.quality_samples (area_id, sample_id, agreed_from, share, fewest, seed, possible, drawn,
      drawn_by, drawn_at)
    values (${areaId}, ${sampleId}, ${agreedFrom}, ${share}, ${fewest}, ${seed}, ${possible}, ${drawn}, ${drawnBy}, ${drawnAt})
  `
}

/** Puts a review on the list of those to look at; false where somebody drew it meanwhile. */
export async function addQualityReview(
  tx: Db,
  areaId: AreaId,
  drawn: Omit<StoredReview, 'found'>,
): Promise<boolean> {
  const { reviewId, sampleId, caseId, revision, reference, decidedBy } = drawn
  const rows = await tx`
    insert into factor_analysis.quality_reviews (area_id, review_id, sample_id, case_id, revision, reference, decided_by)
    values (${areaId}, ${reviewId}, ${sampleId}, ${caseId}, ${revision}, ${reference}, ${[...decidedBy]}::uuid[])
    on conflict (area_id, case_id, revision) do nothing returning review_id
  `
  return rows.length === 1
}

const tableOf = (reviewId: QualityReviewId) => `quality_reviews/${reviewId}`

export const sealNote = (cipher: SubjectCipher, reviewId: QualityReviewId, note: string): Buffer =>
  cipher.sealJson(tableOf(reviewId), 'sealed_note', note)

export const openNote = (cipher: SubjectCipher, reviewId: QualityReviewId, sealed: Buffer): string =>
  z.string().parse(cipher.openJson(tableOf(reviewId), 'sealed_note', sealed))

/** Keeps what was found of a review; from now on it is as it is. The row has to be locked. */
export async function keepQuality(
  tx: Db,
  areaId: AreaId,
  reviewId: QualityReviewId,
  found: NonNullable<StoredReview['found']>,
): Promise<void> {
  const { checklist, answers, sealedNote, by, on } = found
  await tx`
    update factor_analysis.quality_reviews
    set checklist = ${checklist}, answers = ${tx.json(answers)}, sealed_note = ${sealedNote}, answered_by = ${by},
      answered_on = ${on}
    where area_id = ${areaId} and review_id = ${reviewId}
  `
}
