import { AreaId, mostSimilar, RecommendationId, RecommendationState, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { areaCipher } from '../area/area-cipher.ts'
import { requires } from '../rpc.ts'
import { recommendationsOf } from './recommendation-store.ts'
import { recommendationView } from './recommendation-view.ts'

/** As many as are offered. */
const OFFERED = 5

const SimilarRecommendation = z.strictObject({
  recommendationId: RecommendationId,
  reference: z.string(),
  state: RecommendationState,
  text: z.string(),
})

/**
 * The recommendations of the area most like what somebody writes: at most five, the nearest first, worked out from words
 * alone. `except` leaves out the one that is written. What is asked is neither kept nor logged. Audited first.
 */
export const similarRecommendations = requires('recommendation:read')
  .input(z.strictObject({ areaId: AreaId, text: z.string().max(2_000), except: RecommendationId.nullable() }))
  .output(z.strictObject({ rows: z.array(SimilarRecommendation) }))
  .query(({ ctx: { actor, parts }, input: { areaId, text, except } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      await parts.audit.record(tx, actor, areaId, {
        action: 'recommendation.similar',
        object: { kind: 'area', id: areaId },
      })
      const cipher = await areaCipher(tx, parts.keys, areaId)
      const among = (await recommendationsOf(tx, areaId))
        .filter(({ recommendationId }) => recommendationId !== except)
        .map((found) => recommendationView(cipher, found))
        .map((of) => ({ of, text: of.words.text }))
      const rows = mostSimilar(text, among, OFFERED).map(
        ({ of: { recommendationId, reference, state, words } }) => ({
          recommendationId,
          reference,
          state,
          text: words.text,
        }),
      )
      return { rows }
    })
  })
