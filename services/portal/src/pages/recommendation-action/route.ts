import { ActionAct, ActionId, actionAfter, isOverdue, Refusal } from '@cdop/domain'
import { personPage } from '../../page/page-route.ts'
import { Elsewhere, GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { noAct, readAct, typedAct } from '../recommendation/act-form.ts'
import { drawnFrom, namesIn } from '../recommendation/route.ts'
import { directoryOf, factorAnalysis, recommendationOf } from '../recommendations/services.ts'
import { recommendationsTitle } from '../recommendations/view.ts'
import { readAction, typedAction } from './form.ts'
import { actionView, newActionTitle, newActionView } from './view.ts'

const isFollowed = (state: string) => ['issued', 'accepted', 'in-progress'].includes(state)

/** Who does what, to follow a recommendation that was issued. */
export const newActionPage = personPage('/recommendations/:recommendationId/actions/new', {
  permission: 'recommendation:write',
  async show(visit, again) {
    const { recommendation } = await recommendationOf(visit)
    const path = `/recommendations/${recommendation.recommendationId}`
    if (!isFollowed(recommendation.state)) throw new Elsewhere(path)
    const none = { text: '', organisation: '', owner: '', dueOn: { day: '', month: '', year: '' } }
    return {
      title: newActionTitle,
      section: recommendationsTitle,
      backLink: path,
      main: newActionView({
        hidden: visit.formFields,
        recommendation,
        directory: await directoryOf(visit),
        typed: again === null ? none : typedAction(again.form),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const { recommendationId } = (await recommendationOf(visit)).recommendation
    const read = readAction(typedAction(form), await directoryOf(visit), visit.parts.clock.today())
    if (!read.ok) return new Problems(read.errors)
    const of = { areaId: visit.areaId, recommendationId, key: form.key }
    await factorAnalysis(visit).action.agree.mutate({ ...of, ...read.value })
    return new GoTo(`/recommendations/${recommendationId}`)
  },
})

/** The action a path means. @throws Refusal `not-found` */
async function actionOf(visit: PersonVisit) {
  const found = await recommendationOf(visit)
  const asked = ActionId.safeParse(visit.param('actionId'))
  const action = found.actions.find(({ actionId }) => actionId === asked.data)
  if (action === undefined) throw new Refusal('not-found')
  return { found, action }
}

const Recordable = ActionAct.exclude(['confirm-closing'])

/** One action: progress, evidence, and what else becomes of it. */
export const actionPage = personPage('/recommendations/:recommendationId/actions/:actionId', {
  permission: 'recommendation:read',
  async show(visit, again) {
    const { found, action } = await actionOf(visit)
    const { recommendation, entries } = found
    const [directory, nameOf] = await Promise.all([directoryOf(visit), namesIn(visit)])
    const today = visit.parts.clock.today()
    const followed = isFollowed(recommendation.state)
    const possible = Recordable.options.filter(
      (act) => actionAfter(action.state, act) !== null && (act !== 'escalate' || isOverdue(action, today)),
    )
    return {
      title: `Action ${action.number} of ${recommendation.reference}`,
      section: recommendationsTitle,
      backLink: `/recommendations/${recommendation.recommendationId}`,
      main: actionView({
        hidden: visit.formFields,
        recommendation,
        action,
        entries: entries.filter(({ actionId }) => actionId === action.actionId),
        directory,
        nameOf,
        today,
        mayChallenge: visit.mayDo('challenge:raise'),
        possible: followed && visit.mayDo('recommendation:write') ? possible : [],
        mayConfirm:
          followed &&
          action.state === 'closing' &&
          visit.mayDo('recommendation:confirm') &&
          action.closingBy !== visit.actor.personId,
        typed: again?.form.action === 'record' ? typedAct(again.form) : noAct(today),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const { found, action } = await actionOf(visit)
    const { recommendationId } = found.recommendation
    const { actionId } = action
    const of = { areaId: visit.areaId, recommendationId, actionId, version: drawnFrom(form), key: form.key }
    if (form.action === 'confirm') {
      await factorAnalysis(visit).action.confirm.mutate(of)
    } else {
      const read = readAct(typedAct(form), Recordable.options, visit.parts.clock.today())
      if (!read.ok) return new Problems(read.errors)
      await factorAnalysis(visit).action.record.mutate({ ...of, ...read.value })
    }
    return new GoTo(`/recommendations/${recommendationId}/actions/${actionId}`)
  },
})
