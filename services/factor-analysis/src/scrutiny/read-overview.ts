import {
  AreaId,
  actionOverview,
  ChallengeCounts,
  challengeCounts,
  type EffectStanding,
  effectStanding,
  isOverdue,
  isSettledRecommendation,
  requireArea,
} from '@cdop/domain'
import { z } from 'zod'
import { actionsIn } from '../action/action-store.ts'
import { areaCipher } from '../area/area-cipher.ts'
import { challengesOf } from '../challenge/challenge-store.ts'
import { standingsIn } from '../effect/standing-of-effect.ts'
import { isLate, Overview } from '../recommendation/list-recommendations.ts'
import { recommendationsOf } from '../recommendation/recommendation-store.ts'
import { requires } from '../rpc.ts'

/** How many recommendations show what; one nobody has measured again is none of the first three. */
const Effects = z.strictObject({
  'effect-seen': z.int(),
  'no-effect': z.int(),
  'cannot-tell': z.int(),
  'not-measured': z.int(),
})

const shown = (standing: EffectStanding | null): keyof z.infer<typeof Effects> =>
  standing === 'effect-seen' || standing === 'no-effect' || standing === 'cannot-tell'
    ? standing
    : 'not-measured'

/**
 * How far an area is with what was recommended, as counts: for an independent scrutineer, who holds one area against
 * another. No case, and nothing that was counted of cases. Audited first.
 */
export const readScrutiny = requires('scrutiny:read')
  .input(z.strictObject({ areaId: AreaId }))
  .output(
    z.strictObject({
      /** Those somebody was told of; `overdue` by their own day or by that of an action. */
      recommendations: z.strictObject({ all: z.int(), open: z.int(), overdue: z.int() }),
      /** Actions in the partnership's own form. */
      actions: Overview,
      actionsOverdue: z.int(),
      effects: Effects,
      challenges: ChallengeCounts,
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId } }) => {
    requireArea(actor, areaId)
    const today = parts.clock.today()
    return parts.database.transaction(actor, async (tx) => {
      await parts.audit.record(tx, actor, areaId, {
        action: 'scrutiny.read',
        object: { kind: 'area', id: areaId },
      })
      const actions = await actionsIn(tx, areaId)
      const late = actions.filter((action) => isOverdue(action, today))
      const withLate = new Set(late.map(({ recommendationId }) => recommendationId))
      const told = (await recommendationsOf(tx, areaId)).filter(({ informedOn }) => informedOn !== null)
      const standingOf = await standingsIn(tx, await areaCipher(tx, parts.keys, areaId), areaId)
      const effects = { 'effect-seen': 0, 'no-effect': 0, 'cannot-tell': 0, 'not-measured': 0 }
      for (const { recommendationId, state } of told) {
        effects[shown(effectStanding(state, standingOf(recommendationId).measured))] += 1
      }
      return {
        recommendations: {
          all: told.length,
          open: told.filter(({ state }) => !isSettledRecommendation(state)).length,
          overdue: told.filter((one) => isLate(one, today) || withLate.has(one.recommendationId)).length,
        },
        actions: actionOverview(actions, today),
        actionsOverdue: late.length,
        effects,
        challenges: challengeCounts(await challengesOf(tx, areaId), today),
      }
    })
  })
