import { QualityReviewId, Refusal } from '@cdop/domain'
import type { FactorAnalysisRouter } from '@cdop/factor-analysis/api'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { reviewQualityTitle } from '../review-quality/view.ts'
import { codingBar } from '../second-coding/view.ts'
import { readLookedAt } from './form.ts'
import { reviewLookedAtTitle, reviewLookedAtView } from './view.ts'

/** @throws Refusal `not-found` when the path can mean none */
function reviewIdOf(visit: Pick<PersonVisit, 'param'>): QualityReviewId {
  const read = QualityReviewId.safeParse(visit.param('reviewId'))
  if (!read.success) throw new Refusal('not-found')
  return read.data
}

/** A finished review, and the checklist somebody who did not decide it answers once. */
export const reviewLookedAtPage = personPage('/review-quality/:reviewId', {
  permission: 'review-quality:answer',
  async show(visit, again) {
    const { reviewQuality } = visit.call<FactorAnalysisRouter>('factor-analysis')
    const opened = await reviewQuality.open.query({ areaId: visit.areaId, reviewId: reviewIdOf(visit) })
    return {
      title: reviewLookedAtTitle,
      section: reviewQualityTitle,
      reference: opened.pack.reference,
      backLink: '/review-quality',
      before: codingBar(opened.pack),
      main: reviewLookedAtView({
        opened,
        hidden: visit.formFields,
        typed: (name) => again?.form.text(name) ?? '',
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, posted) {
    const reviewId = reviewIdOf(visit)
    const read = readLookedAt(posted)
    if (!read.ok) return new Problems(read.errors)
    const { answers, note } = read
    const { reviewQuality } = visit.call<FactorAnalysisRouter>('factor-analysis')
    await reviewQuality.answer.mutate({ areaId: visit.areaId, reviewId, answers, note, key: posted.key })
    return new GoTo('/review-quality')
  },
})
