import { AreaId, CaseReference, PlainDate, QualityReviewId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { caseReviewFor, writerOf } from '../meeting-analysis/meeting-access.ts'
import { requires } from '../rpc.ts'
import { QualitySample, qualityReviews, qualitySamples } from './quality-review-store.ts'

const Listed = z.strictObject({
  reviewId: QualityReviewId,
  sampleId: QualitySample.shape.sampleId,
  reference: CaseReference,
  answeredOn: PlainDate.nullable(),
  /** Whether the person who asks decided the case and so never looks at its review. */
  decided: z.boolean(),
})

/** Which reviews were drawn and how far that is; of no review what was found. Cases withheld from who asks are not there. */
export const listQuality = requires('review-quality:read')
  .input(z.strictObject({ areaId: AreaId }))
  .output(z.strictObject({ samples: z.array(QualitySample), reviews: z.array(Listed) }))
  .query(async ({ ctx: { actor, assertion, parts }, input: { areaId } }) => {
    requireArea(actor, areaId)
    const reader = writerOf(actor)
    const withheld = await caseReviewFor({ actor, assertion, parts }).reviewQuality.withheld.query({ areaId })
    return parts.database.transaction(actor, async (tx) => {
      const reviews = (await qualityReviews(tx, areaId)).filter(({ caseId }) => !withheld.includes(caseId))
      await parts.audit.record(
        tx,
        actor,
        areaId,
        { action: 'review-quality.list', object: { kind: 'area', id: areaId } },
        ...reviews.map(({ caseId: id }) => ({ action: 'review-quality.list', object: { kind: 'case', id } })),
      )
      return {
        samples: await qualitySamples(tx, areaId),
        reviews: reviews.map(({ reviewId, sampleId, reference, decidedBy, found }) => ({
          reviewId,
          sampleId,
          reference,
          answeredOn: found?.on ?? null,
          decided: decidedBy.includes(reader),
        })),
      }
    })
  })
