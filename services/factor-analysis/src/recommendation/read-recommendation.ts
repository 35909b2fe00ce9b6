import {
  AreaId,
  CaseId,
  CaseReference,
  EffectStanding,
  effectStanding,
  RecommendationId,
  Refusal,
  requireArea,
  SmartGap,
} from '@cdop/domain'
import { z } from 'zod'
import { actionsOf } from '../action/action-store.ts'
import { areaCipher } from '../area/area-cipher.ts'
import { Recipient, recipientsOf } from '../dissemination/recipient-store.ts'
import { indicatorsIn } from '../effect/indicator-store.ts'
import { Measure, measuresOf } from '../effect/measure-store.ts'
import { releasedFigures } from '../effect/released-figure-store.ts'
import { ReleasedMeasures } from '../effect/released-measures.ts'
import { standingOfEffect } from '../effect/standing-of-effect.ts'
import { requires } from '../rpc.ts'
import { Entry, entriesOf } from './entry-store.ts'
import { linkedCases, visibleCases } from './linked-cases.ts'
import { findRecommendation } from './recommendation-store.ts'
import {
  ActionView,
  actionView,
  gapsOf,
  RecommendationView,
  recommendationView,
} from './recommendation-view.ts'

/**
 * A recommendation with its actions and everything that was recorded. Of the cases it came from only those the reader has
 * sight of: not even how many there are. Audited first. @throws Refusal `not-found`
 */
export const readRecommendation = requires('recommendation:read')
  .input(z.strictObject({ areaId: AreaId, recommendationId: RecommendationId }))
  .output(
    z.strictObject({
      recommendation: RecommendationView,
      gaps: z.array(SmartGap),
      actions: z.array(ActionView),
      entries: z.array(Entry),
      recipients: z.array(Recipient),
      measures: z.array(Measure),
      /** What each release shows of the figure that was named; null where none was. */
      released: ReleasedMeasures.nullable(),
      /** How many figures were named so far. */
      indicators: z.int(),
      /** Null while nobody says that it was done and nothing was measured again. */
      effect: EffectStanding.nullable(),
      cases: z.array(z.strictObject({ caseId: CaseId, reference: CaseReference })),
    }),
  )
  .query(async ({ ctx: { actor, assertion, parts }, input: { areaId, recommendationId } }) => {
    requireArea(actor, areaId)
    const { caseIds, ...read } = await parts.database.transaction(actor, async (tx) => {
      const found = await findRecommendation(tx, areaId, recommendationId)
      if (found === null) throw new Refusal('not-found')
      await parts.audit.record(tx, actor, areaId, {
        action: 'recommendation.read',
        object: { kind: 'recommendation', id: recommendationId },
      })
      const cipher = await areaCipher(tx, parts.keys, areaId)
      const recommendation = recommendationView(cipher, found)
      const actions = await actionsOf(tx, areaId, recommendationId)
      const measures = await measuresOf(tx, cipher, areaId, recommendationId)
      const indicator = (await indicatorsIn(tx, areaId)).get(recommendationId) ?? null
      const releases = indicator === null ? [] : await releasedFigures(tx, areaId)
      const { measured, released } = standingOfEffect(measures, indicator, releases)
      return {
        recommendation,
        gaps: gapsOf(recommendation),
        actions: actions.map((action) => actionView(cipher, action)),
        entries: await entriesOf(tx, cipher, areaId, recommendationId),
        recipients: await recipientsOf(tx, areaId, { kind: 'recommendation', id: recommendationId }),
        measures,
        released,
        indicators: indicator?.entry ?? 0,
        effect: effectStanding(found.state, measured),
        caseIds: await linkedCases(tx, areaId, recommendationId),
      }
    })
    return { ...read, cases: await visibleCases({ actor, assertion, parts }, areaId, caseIds) }
  })
