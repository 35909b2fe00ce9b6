import { Instant, PersonId, PlainDate, QualityQuestion, QualityReviewId, QualitySampleId } from '@cdop/domain'
import { summary } from '@cdop/forms'
import { percentage, reviews } from '@cdop/statistics'
import { analysisAnswers, analysisForm, pack, reference } from './panel-answers.ts'
import type { PanelAnswers, PanelServices } from './panel-services.ts'

export const reviewId = QualityReviewId.parse('0190c000-0000-4000-8000-0000000000bb')
const sampleId = QualitySampleId.parse('0190c000-0000-4000-8000-0000000000cc')

const { reviewedBefore: _, familyQuestions, ...packRead } = pack.pack
export const openedReview: PanelAnswers['reviewQuality.open'] = {
  pack: packRead,
  familyQuestions,
  reviewedOn: PlainDate.parse('2026-02-20'),
  sections: summary(analysisForm, analysisAnswers),
  found: null,
}

/** Twelve reviews looked at, of which nine met each question but that nobody could tell whether one was timely. */
export const qualityFigures: PanelAnswers['reviewQuality.figures'] = {
  checklist: '2026-11-22',
  fewest: 10,
  lookedAt: 12,
  questions: QualityQuestion.options.map((question) => ({
    question,
    judged:
      question === 'timely'
        ? null
        : { reviews: 12, met: 9, partly: 2, notMet: 1, share: percentage(reviews(9), reviews(12)) },
  })),
}

/** A drawing with one review nobody has looked at. */
export function answeringQuality(services: PanelServices): void {
  services.answer('reviewQuality.list', {
    samples: [
      {
        sampleId,
        agreedFrom: PlainDate.parse('2025-04-01'),
        share: 0.1,
        fewest: 5,
        possible: 42,
        drawn: 5,
        drawnBy: PersonId.parse('0190f000-0000-4000-8000-0000000000ff'),
        drawnAt: Instant.parse('2026-02-20T10:00:00.000Z'),
      },
    ],
    reviews: [{ reviewId, sampleId, reference, answeredOn: null, decided: false }],
  })
  services.answer('reviewQuality.figures', qualityFigures)
  services.answer('reviewQuality.open', openedReview)
  services.answer('reviewQuality.draw', { sampleId, drawn: 5 })
  services.answer('reviewQuality.answer', undefined)
}
