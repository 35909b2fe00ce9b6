import {
  isSettledAction,
  RecommendationAct,
  type RecommendationId,
  Refusal,
  recommendationAfter,
} from '@cdop/domain'
import { personPage } from '../../page/page-route.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import {
  directoryOf,
  factorAnalysis,
  type ReadRecommendation,
  recommendationOf,
} from '../recommendations/services.ts'
import { recommendationsTitle } from '../recommendations/view.ts'
import { noAct, readAct, typedAct } from './act-form.ts'
import { recommendationView } from './view.ts'

/** The version a form was drawn from. @throws Refusal `unreadable` */
export function drawnFrom(form: PostedForm): number {
  const version = Number(form.text('version'))
  if (!Number.isInteger(version) || version < 1) throw new Refusal('unreadable')
  return version
}

/** Who did something, by name. */
export async function namesIn(visit: PersonVisit): Promise<(personId: string) => string> {
  const names = new Map<string, string>(
    (await visit.people()).map(({ personId, displayName }) => [personId, displayName]),
  )
  return (personId) => names.get(personId) ?? 'a colleague who has left'
}

/** The recommendations of the past most like a text. */
export async function similarTo(visit: PersonVisit, text: string, except: RecommendationId | null) {
  const asked = { areaId: visit.areaId, text: text.slice(0, 2_000), except }
  return (await factorAnalysis(visit).recommendation.similar.query(asked)).rows
}

const Recordable = RecommendationAct.exclude(['confirm-closing'])

/** What this person can record now. Nothing that would leave an action open behind it. */
function possibleActs(visit: PersonVisit, { recommendation, gaps, actions }: ReadRecommendation) {
  if (!visit.mayDo('recommendation:write')) return []
  const open = actions.some(({ state }) => !isSettledAction(state))
  return Recordable.options.filter(
    (act) =>
      recommendationAfter(recommendation.state, act) !== null &&
      !(act === 'issue' && gaps.length > 0) &&
      !(open && (act === 'propose-closing' || act === 'drop' || act === 'reject')),
  )
}

/** One recommendation: what became of it, and the forms that record it. */
export const recommendationPage = personPage('/recommendations/:recommendationId', {
  permission: 'recommendation:read',
  async show(visit, again) {
    const found = await recommendationOf(visit)
    const [directory, nameOf] = await Promise.all([directoryOf(visit), namesIn(visit)])
    const { state, closingBy, reference } = found.recommendation
    const today = visit.parts.clock.today()
    const mayWrite = visit.mayDo('recommendation:write')
    return {
      title: `Recommendation ${reference}`,
      section: recommendationsTitle,
      backLink: '/recommendations',
      main: recommendationView({
        ...found,
        hidden: visit.formFields,
        directory,
        nameOf,
        today,
        mayWrite,
        possible: possibleActs(visit, found),
        mayConfirm:
          state === 'closing' && visit.mayDo('recommendation:confirm') && closingBy !== visit.actor.personId,
        similar:
          state === 'proposed' && mayWrite
            ? await similarTo(visit, found.recommendation.words.text, found.recommendation.recommendationId)
            : [],
        mayChallenge: visit.mayDo('challenge:raise'),
        mayAddAction: mayWrite && ['issued', 'accepted', 'in-progress'].includes(state),
        typed: again?.form.action === 'record' ? typedAct(again.form) : noAct(today),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const found = await recommendationOf(visit)
    const { recommendationId } = found.recommendation
    const of = { areaId: visit.areaId, recommendationId, version: drawnFrom(form), key: form.key }
    if (form.action === 'confirm') {
      await factorAnalysis(visit).recommendation.confirm.mutate(of)
    } else {
      const read = readAct(typedAct(form), Recordable.options, visit.parts.clock.today())
      if (!read.ok) return new Problems(read.errors)
      await factorAnalysis(visit).recommendation.record.mutate({ ...of, ...read.value })
    }
    return new GoTo(`/recommendations/${recommendationId}`)
  },
})
