import { CaseId, type CaseReference, type RecommendationId, Refusal } from '@cdop/domain'
import { personPage } from '../../page/page-route.ts'
import { type Again, Elsewhere, GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { drawnFrom, similarTo } from '../recommendation/route.ts'
import { directoryOf, factorAnalysis, recommendationOf } from '../recommendations/services.ts'
import { recommendationsTitle } from '../recommendations/view.ts'
import { noRecommendation, readRecommendation, recommendationAsTyped, typedRecommendation } from './form.ts'
import { changeRecommendationTitle, newRecommendationTitle, writeRecommendationView } from './view.ts'

/** The case an address begins from, if this person has sight of it. @throws Refusal `not-found` */
export async function caseAsked(
  visit: PersonVisit,
): Promise<{ caseId: CaseId; reference: CaseReference } | null> {
  const asked = visit.query('case')
  if (asked === '') return null
  const caseId = CaseId.safeParse(asked)
  if (!caseId.success) throw new Refusal('not-found')
  const wanted = { areaId: visit.areaId, caseIds: [caseId.data], fieldClasses: ['agency-return' as const] }
  const [row] = (await caseReview(visit).case.admit.query(wanted)).rows
  if (row === undefined) throw new Refusal('not-found')
  return row
}

/** What is like the text that was typed, where somebody asked for that. */
async function similarAsked(visit: PersonVisit, again: Again | null, except: RecommendationId | null) {
  if (again?.form.action !== 'similar') return null
  return similarTo(visit, again.form.text('text'), except)
}

/** A new recommendation; with `case`, one that comes from a case. */
export const newRecommendationPage = personPage('/recommendations/new', {
  permission: 'recommendation:write',
  async show(visit, again) {
    const [found, directory] = await Promise.all([caseAsked(visit), directoryOf(visit)])
    return {
      title: newRecommendationTitle,
      section: recommendationsTitle,
      backLink: found === null ? '/recommendations' : `/cases/${found.caseId}`,
      main: writeRecommendationView({
        title: newRecommendationTitle,
        hidden: visit.formFields,
        version: null,
        fromCase: found?.reference ?? null,
        directory,
        today: visit.parts.clock.today(),
        typed: again === null ? noRecommendation : typedRecommendation(again.form),
        similar: await similarAsked(visit, again, null),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    if (form.action === 'similar') return new Problems([])
    const [found, directory] = await Promise.all([caseAsked(visit), directoryOf(visit)])
    const read = readRecommendation(typedRecommendation(form), directory, visit.parts.clock.today())
    if (!read.ok) return new Problems(read.errors)
    const caseIds = found === null ? [] : [found.caseId]
    const proposed = { areaId: visit.areaId, key: form.key, caseIds, ...read.value }
    const { recommendationId } = await factorAnalysis(visit).recommendation.propose.mutate(proposed)
    return new GoTo(`/recommendations/${recommendationId}`)
  },
})

/** A recommendation that is not issued yet, written anew. */
export const changeRecommendationPage = personPage('/recommendations/:recommendationId/change', {
  permission: 'recommendation:write',
  async show(visit, again) {
    const found = await recommendationOf(visit)
    const { recommendationId, version, state } = found.recommendation
    if (state !== 'proposed') throw new Elsewhere(`/recommendations/${recommendationId}`)
    return {
      title: changeRecommendationTitle,
      section: recommendationsTitle,
      backLink: `/recommendations/${recommendationId}`,
      main: writeRecommendationView({
        title: changeRecommendationTitle,
        hidden: visit.formFields,
        // A form that was refused keeps the version it was drawn from: what came since is not overwritten by a second click.
        version: again === null ? version : drawnFrom(again.form),
        fromCase: null,
        directory: await directoryOf(visit),
        today: visit.parts.clock.today(),
        typed: again === null ? recommendationAsTyped(found) : typedRecommendation(again.form),
        similar: await similarAsked(visit, again, recommendationId),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    if (form.action === 'similar') return new Problems([])
    const { recommendationId } = (await recommendationOf(visit)).recommendation
    const directory = await directoryOf(visit)
    const read = readRecommendation(typedRecommendation(form), directory, visit.parts.clock.today())
    if (!read.ok) return new Problems(read.errors)
    const of = { areaId: visit.areaId, recommendationId, version: drawnFrom(form), key: form.key }
    await factorAnalysis(visit).recommendation.revise.mutate({ ...of, ...read.value })
    return new GoTo(`/recommendations/${recommendationId}`)
  },
})
