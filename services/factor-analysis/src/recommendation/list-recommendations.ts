import {
  AreaId,
  actionOverview,
  EffectStanding,
  effectStanding,
  FactorCode,
  isOverdue,
  isSettledAction,
  isSettledRecommendation,
  OrganisationId,
  type PlainDate,
  RecommendationTheme,
  requireArea,
} from '@cdop/domain'
import { reportingYearOf } from '@cdop/statistics'
import { z } from 'zod'
import { actionsIn, type StoredAction } from '../action/action-store.ts'
import { areaCipher } from '../area/area-cipher.ts'
import { FigureOfEffect, standingsIn } from '../effect/standing-of-effect.ts'
import { newestDigests, OwnerDigest } from '../follow-up/digest-store.ts'
import { requires } from '../rpc.ts'
import { recommendationsOf, type StoredRecommendation } from './recommendation-store.ts'
import { ActionView, actionView, RecommendationView, recommendationView } from './recommendation-view.ts'

/** Which recommendations somebody wants to see: codes and ids alone. */
const RecommendationFilter = z.strictObject({
  theme: RecommendationTheme.nullable(),
  factor: FactorCode.nullable(),
  /** Asked by it, or acting on it. */
  organisationId: OrganisationId.nullable(),
  /** `overdue` is open and behind its day, or with an action that is. */
  standing: z.enum(['open', 'overdue', 'settled', 'all']),
})
type RecommendationFilter = z.infer<typeof RecommendationFilter>

const Line = z.strictObject({ count: z.int(), percent: z.int().nullable() })
/** How far actions are, in the partnership's own form. */
export const Overview = z.strictObject({ 'on-time': Line, slipped: Line, 'no-progress': Line, all: z.int() })

const Row = z.strictObject({
  recommendation: RecommendationView,
  actions: z.array(ActionView),
  overdue: z.boolean(),
  effect: EffectStanding.nullable(),
  /** What was counted before, and last since. */
  baseline: FigureOfEffect.nullable(),
  latest: FigureOfEffect.nullable(),
})

type Followed = { recommendation: StoredRecommendation; actions: StoredAction[]; overdue: boolean }

/** It is open, and behind its own day. */
export const isLate = ({ state, dueOn }: StoredRecommendation, today: PlainDate) =>
  state !== 'proposed' && !isSettledRecommendation(state) && dueOn !== null && dueOn < today

function isWanted({ recommendation, actions, overdue }: Followed, filter: RecommendationFilter): boolean {
  const { theme, factor, organisationId, standing } = filter
  const settled = isSettledRecommendation(recommendation.state)
  return (
    (theme === null || recommendation.themes.includes(theme)) &&
    (factor === null || recommendation.factors.includes(factor)) &&
    (organisationId === null ||
      recommendation.addressee?.organisationId === organisationId ||
      actions.some(({ owner }) => owner.organisationId === organisationId)) &&
    (standing === 'all' ||
      (standing === 'overdue' && overdue) ||
      (standing === 'settled' && settled) ||
      (standing === 'open' && !settled))
  )
}

/** The earliest day somebody still owes something by. */
function nextDue({ recommendation, actions }: Followed): string {
  const owed = actions.filter(({ state }) => !isSettledAction(state))
  const days = [
    ...owed.map(({ dueOn }) => dueOn),
    ...(recommendation.dueOn === null ? [] : [recommendation.dueOn]),
  ]
  return days.sort()[0] ?? '9999-12-31'
}

/**
 * The recommendations of an area: those that are overdue first, then by the day something is due. With it how far all actions
 * of the area are, and those agreed in each reporting year. Audited first.
 */
export const listRecommendations = requires('recommendation:read')
  .input(z.strictObject({ areaId: AreaId, filter: RecommendationFilter }))
  .output(
    z.strictObject({
      rows: z.array(Row),
      /** How many there are, whatever was filtered. */
      all: z.int(),
      overview: Overview,
      /** What owners were reminded of in the newest week. */
      digests: z.array(OwnerDigest),
      years: z.array(z.strictObject({ year: z.string(), overview: Overview })),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, filter } }) => {
    requireArea(actor, areaId)
    const today = parts.clock.today()
    return parts.database.transaction(actor, async (tx) => {
      await parts.audit.record(tx, actor, areaId, {
        action: 'recommendation.list',
        object: { kind: 'area', id: areaId },
      })
      const actions = await actionsIn(tx, areaId)
      const actionsBy = Map.groupBy(actions, ({ recommendationId }) => recommendationId)
      const all = (await recommendationsOf(tx, areaId)).map((recommendation): Followed => {
        const own = actionsBy.get(recommendation.recommendationId) ?? []
        const overdue = isLate(recommendation, today) || own.some((action) => isOverdue(action, today))
        return { recommendation, actions: own, overdue }
      })
      const wanted = all.filter((one) => isWanted(one, filter))
      const rank = (one: Followed) => `${one.overdue ? 0 : 1}${nextDue(one)}`
      wanted.sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0))
      const cipher = await areaCipher(tx, parts.keys, areaId)
      const standingOf = await standingsIn(tx, cipher, areaId)
      const years = Map.groupBy(actions, ({ agreedOn }) => reportingYearOf(agreedOn).code)
      return {
        rows: wanted.map(({ recommendation, actions: own, overdue }) => {
          const { measured, baseline, latest } = standingOf(recommendation.recommendationId)
          return {
            recommendation: recommendationView(cipher, recommendation),
            actions: own.map((action) => actionView(cipher, action)),
            overdue,
            effect: effectStanding(recommendation.state, measured),
            baseline,
            latest,
          }
        }),
        all: all.length,
        overview: actionOverview(actions, today),
        digests: await newestDigests(tx, areaId),
        years: [...years]
          .map(([year, agreed]) => ({ year, overview: actionOverview(agreed, today) }))
          .sort((a, b) => (a.year < b.year ? 1 : -1)),
      }
    })
  })
