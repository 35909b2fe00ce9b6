import { Refusal } from '@cdop/domain'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { factorAnalysis, recommendationOf } from '../recommendations/services.ts'
import { recommendationsTitle } from '../recommendations/view.ts'
import { noMeasure, readMeasure, typedMeasure } from './form.ts'
import { effectTitle, effectView } from './view.ts'

/** Whether a recommendation made a difference: what was counted before and since. */
export const effectPage = personPage('/recommendations/:recommendationId/effect', {
  permission: 'recommendation:read',
  async show(visit, again) {
    const { recommendation, measures, effect, released } = await recommendationOf(visit)
    const today = visit.parts.clock.today()
    const asked = again === null ? visit.query('begin') === 'anew' : again.form.text('begins') === 'yes'
    return {
      title: effectTitle,
      section: recommendationsTitle,
      backLink: `/recommendations/${recommendation.recommendationId}`,
      main: effectView({
        hidden: visit.formFields,
        recommendation,
        measures,
        effect,
        released,
        today,
        mayOpenReleases: visit.mayDo('release:read'),
        mayWrite: visit.mayDo('recommendation:write'),
        begins: asked || measures.length === 0,
        typed: again === null ? noMeasure(today) : typedMeasure(again.form),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const { recommendationId } = (await recommendationOf(visit)).recommendation
    const begins = form.text('begins') === 'yes'
    const read = readMeasure(typedMeasure(form), begins, visit.parts.clock.today())
    if (!read.ok) return new Problems(read.errors)
    const measures = Number(form.text('measures'))
    if (!Number.isInteger(measures) || measures < 0) throw new Refusal('unreadable')
    const of = { areaId: visit.areaId, recommendationId, measures, key: form.key }
    await factorAnalysis(visit).recommendation.measure.mutate({ ...of, ...read.value })
    return new GoTo(`/recommendations/${recommendationId}/effect`)
  },
})
