import { z } from 'zod'
import { LegacyScore } from '../factor/legacy-score.ts'
import { PlainDate } from '../plain-date/plain-date.ts'
import { text } from '../text/text.ts'

/** Scores of one case at most: the older form had four domains, and a line for each factor in them. */
export const MOST_SCORES = 200

/** One line of an analysis on the older form, as it was written there. Nothing in it is what a panel here agreed. */
export const OpenCaseScore = z.strictObject({
  /** The row of its sheet, as a spreadsheet numbers it. */
  row: z.int().min(2),
  /** The domain, word for word: the older form cut them otherwise. */
  domain: text(200),
  score: LegacyScore,
  /** Which factor, word for word; null for the score of a whole domain. */
  factor: text(200).nullable(),
  /** What was written about it. */
  words: text(2_000).nullable(),
  scoredOn: PlainDate.nullable(),
})
export type OpenCaseScore = z.infer<typeof OpenCaseScore>
