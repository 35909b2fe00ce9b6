import { text } from '@cdop/domain'
import { z } from 'zod'
import { kept } from '../recommendation/recommendation-words.ts'

/** What was learnt. Nobody is named in it, and it is screened for that. */
export const LearningWords = z.strictObject({
  text: text(2_000),
  /** Who said it, where it was received from elsewhere. */
  origin: text(200).nullable(),
})
export type LearningWords = z.infer<typeof LearningWords>

/** By the id of the learning point. */
export const learningWords = kept('learning_points', LearningWords)
