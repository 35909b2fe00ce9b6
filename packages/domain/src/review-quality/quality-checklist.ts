import { z } from 'zod'

/** What is asked of a finished review, in the order of the page. The words are this product's own. */
export const QualityQuestion = z.enum([
  'information-complete',
  'agencies-heard',
  'family-heard',
  'factors-supported',
  'category-by-hierarchy',
  'learning-specific',
  'timely',
])
export type QualityQuestion = z.infer<typeof QualityQuestion>

export const QualityAnswer = z.enum(['met', 'partly', 'not-met', 'cannot-tell'])
export type QualityAnswer = z.infer<typeof QualityAnswer>

/** Every question has its answer. */
export const QualityAnswers = z.record(QualityQuestion, QualityAnswer)
export type QualityAnswers = z.infer<typeof QualityAnswers>

/** Which edition of the questions was answered: figures of two editions are not added up. */
export const QUALITY_CHECKLIST = '2026-11-22'

/** Reviews below which no figure is given of their quality. */
export const FEWEST_QUALITY_REVIEWS = 10
