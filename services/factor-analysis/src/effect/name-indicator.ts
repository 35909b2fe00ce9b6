import { AreaId, RecommendationId, Refusal, releasedValue } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { areaCipher } from '../area/area-cipher.ts'
import { writerOf } from '../meeting-analysis/meeting-access.ts'
import { findRecommendation } from '../recommendation/recommendation-store.ts'
import { requires } from '../rpc.ts'
import { addIndicator, indicatorsIn, ReleaseIndicator } from './indicator-store.ts'
import { measuresOf } from './measure-store.ts'
import { newestOfEachYear, releasedFigures } from './released-figure-store.ts'

const Named = z.strictObject({ indicators: z.int() })

/**
 * Names the figure of a release by which a recommendation is measured from now on, with each release by itself: against the
 * newest release of the year of the baseline. `indicators` is how many were named when the form was drawn.
 * @throws Refusal `stale` where somebody named one meanwhile; `invalid-answers` where the figure is hidden in the baseline or not
 * there (`baselineYear`) or has reached what is aimed at (`target`); `not-found`
 */
export const nameIndicator = requires('recommendation:write')
  .input(
    ReleaseIndicator.extend({
      areaId: AreaId,
      recommendationId: RecommendationId,
      key: AttemptKey,
      indicators: z.int().min(0),
    }),
  )
  .output(Named)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const namedBy = writerOf(actor)
    const { areaId, recommendationId, figure, baselineYear, wanted, target } = input
    const change = { procedure: 'recommendation.name-indicator', areaId, input, outcome: Named }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const found = await findRecommendation(tx, areaId, recommendationId, { lock: true })
      if (found === null) throw new Refusal('not-found')
      const named = (await indicatorsIn(tx, areaId)).get(recommendationId)?.entry ?? 0
      if (named !== input.indicators) throw new Refusal('stale')
      const baseline = newestOfEachYear(await releasedFigures(tx, areaId)).find(
        ({ reportingYear }) => reportingYear === baselineYear,
      )
      const value = releasedValue(baseline?.tables ?? [], figure)
      if (value.kind !== 'shown') throw new Refusal('invalid-answers', ['baselineYear'])
      const [now, aimed] = value.of === null ? [value.count, target] : [100 * value.count, target * value.of]
      if (wanted === 'rise' ? now >= aimed : now <= aimed) throw new Refusal('invalid-answers', ['target'])
      const cipher = await areaCipher(tx, parts.keys, areaId)
      const afterMeasures = (await measuresOf(tx, cipher, areaId, recommendationId)).length
      await addIndicator(tx, areaId, {
        ...{ recommendationId, figure, baselineYear, wanted, target },
        ...{ entry: named + 1, afterMeasures, namedBy, at: parts.clock.now() },
      })
      await parts.audit.record(tx, actor, areaId, {
        action: 'recommendation.name-indicator',
        object: { kind: 'recommendation', id: recommendationId },
      })
      return { indicators: named + 1 }
    })
  })
