import { PlainDate, Refusal } from '@cdop/domain'
import type { FactorAnalysisRouter } from '@cdop/factor-analysis/api'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { lastEndedYear } from '../../reporting-year/years-to-choose.ts'
import { datePartsOf } from '../../typed-form/typed-date.ts'
import { readReviews, typedReviews } from './form.ts'
import { reviewQualityTitle, reviewQualityView } from './view.ts'

/** Which finished reviews are looked at, how far that is, and what was found of all of them. */
export const reviewQualityPage = personPage('/review-quality', {
  permission: 'review-quality:read',
  place: { text: reviewQualityTitle, says: 'Look at a sample of finished reviews.' },
  async show(visit, again) {
    const { areaId } = visit
    const { reviewQuality } = visit.call<FactorAnalysisRouter>('factor-analysis')
    const [{ samples, reviews }, figures, people] = await Promise.all([
      reviewQuality.list.query({ areaId }),
      reviewQuality.figures.query({ areaId }),
      visit.people(),
    ])
    const names = new Map(people.map(({ personId, displayName }) => [personId, displayName]))
    const since = PlainDate.parse(lastEndedYear(visit.parts.clock.today()).start)
    return {
      title: reviewQualityTitle,
      main: reviewQualityView({
        samples: samples.map((one) => ({
          ...one,
          drawnBy: names.get(one.drawnBy) ?? 'a colleague who has left',
        })),
        reviews,
        figures,
        mayDraw: visit.mayDo('review-quality:draw'),
        mayAnswer: visit.mayDo('review-quality:answer'),
        hidden: visit.formFields,
        typed:
          again === null
            ? { agreedFrom: datePartsOf(since), percent: '10', fewest: '5' }
            : typedReviews(again.form),
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, posted) {
    if (!visit.mayDo('review-quality:draw')) throw new Refusal('forbidden')
    const read = readReviews(typedReviews(posted), visit.parts.clock.today())
    if (!read.ok) return new Problems(read.errors)
    const { reviewQuality } = visit.call<FactorAnalysisRouter>('factor-analysis')
    await reviewQuality.draw.mutate({ areaId: visit.areaId, ...read.value, key: posted.key })
    return new GoTo('/review-quality')
  },
})
