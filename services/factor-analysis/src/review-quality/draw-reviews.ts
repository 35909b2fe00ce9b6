import { randomBytes, randomUUID } from 'node:crypto'
import { AreaId, PlainDate, QualityReviewId, QualitySampleId, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { type CodedCase, chooseForDoubleCoding } from '@cdop/statistics'
import { z } from 'zod'
import { agreedCases } from '../double-coding/coding-sample-store.ts'
import { caseReviewFor, writerOf } from '../meeting-analysis/meeting-access.ts'
import { requires } from '../rpc.ts'
import { addQualityReview, addQualitySample, qualityReviews } from './quality-review-store.ts'

/** More than an area agrees in three years. */
const MOST_CASES = 500
/** Whoever looks at reviews stands for no panel: the drawing knows them by this. */
const REVIEWERS = 'reviewers'

const Drawn = z.strictObject({ sampleId: QualitySampleId, drawn: z.int().positive() })

/**
 * Draws finished reviews to be looked at, by chance alone and in proportion to the kinds of panel. Rule and seed are kept, so that
 * the drawing can be repeated; nobody is shown the seed. A review is drawn once.
 * @throws Refusal `date-in-future`, `nothing-to-look-at`
 */
export const drawReviews = requires('review-quality:draw')
  .input(
    z.strictObject({
      areaId: AreaId,
      /** Reviews agreed before are not drawn. */
      agreedFrom: PlainDate,
      percent: z.int().min(1).max(100),
      fewest: z.int().min(0).max(200),
      key: AttemptKey,
    }),
  )
  .output(Drawn)
  .mutation(async ({ ctx: { actor, assertion, parts }, input }) => {
    const { areaId, agreedFrom, fewest } = input
    const drawnBy = writerOf(actor)
    if (agreedFrom > parts.clock.today()) throw new Refusal('date-in-future', ['agreedFrom'])
    const listed = await parts.database.transaction(actor, (tx) =>
      agreedCases(tx, areaId, agreedFrom, MOST_CASES),
    )
    const decided = await caseReviewFor({ actor, assertion, parts }).reviewQuality.decided.query({
      areaId,
      agreed: listed.map(({ caseId, panelMeetingId }) => ({ caseId, panelMeetingId })),
    })
    const change = { procedure: 'reviewQuality.draw', areaId, input, outcome: Drawn }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const agreed = await agreedCases(tx, areaId, agreedFrom, MOST_CASES)
      const before = new Set((await qualityReviews(tx, areaId)).map((one) => `${one.caseId}/${one.revision}`))
      const possible = agreed.flatMap(({ caseId, revision }) => {
        const known = decided.find((one) => one.caseId === caseId)
        return known === undefined || before.has(`${caseId}/${revision}`) ? [] : [{ ...known, revision }]
      })
      const seed = randomBytes(16).toString('hex')
      const share = input.percent / 100
      const { assigned } = chooseForDoubleCoding(
        possible.map(({ caseId, kind }): CodedCase => ({ caseId, stratum: kind, codedBy: ['panel'] })),
        [REVIEWERS],
        { share, fewest, fewestInStratum: 0 },
        seed,
      )
      if (assigned.length === 0) throw new Refusal('nothing-to-look-at')
      const sampleId = QualitySampleId.parse(randomUUID())
      const rule = { agreedFrom, share, fewest, seed, possible: possible.length, drawn: assigned.length }
      await addQualitySample(tx, areaId, { sampleId, ...rule, drawnBy, drawnAt: parts.clock.now() })
      const chosen = possible.filter(({ caseId }) => assigned.some((one) => one.caseId === caseId))
      for (const { caseId, revision, reference, decidedBy } of chosen) {
        const reviewId = QualityReviewId.parse(randomUUID())
        const review = { reviewId, sampleId, caseId, revision, reference, decidedBy }
        // Somebody else drew it at this very moment: both drawings roll back to one.
        if (!(await addQualityReview(tx, areaId, review))) throw new Refusal('stale')
      }
      await parts.audit.record(
        tx,
        actor,
        areaId,
        ...chosen.map(({ caseId: id }) => ({ action: 'review-quality.draw', object: { kind: 'case', id } })),
      )
      return { sampleId, drawn: chosen.length }
    })
  })
