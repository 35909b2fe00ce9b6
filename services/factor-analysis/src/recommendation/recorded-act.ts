import { type ActionAct, needsWords, PlainDate, type RecommendationAct, Refusal } from '@cdop/domain'
import { AttemptKey } from '@cdop/service'
import { z } from 'zod'
import { EntryWords } from './recommendation-words.ts'

/** What comes along with any act: from which version, when it happened, and in what words. */
export const recorded = {
  version: z.int().positive(),
  key: AttemptKey,
  /** When it happened. */
  on: PlainDate,
  /** A reason, how far it is, or by what one sees it; null where there is nothing to say. */
  words: EntryWords.nullable(),
}

/**
 * @throws Refusal `invalid-answers` where the act needs words, `date-in-future`, `dates-out-of-order` for a day before the
 * addressee was told
 */
export function checkAct(
  act: RecommendationAct | ActionAct,
  { on, words }: { on: PlainDate; words: string | null },
  { today, informedOn }: { today: PlainDate; informedOn: PlainDate | null },
): void {
  if (needsWords(act) && words === null) throw new Refusal('invalid-answers', ['words'])
  if (on > today) throw new Refusal('date-in-future', ['on'])
  if (informedOn !== null && on < informedOn) throw new Refusal('dates-out-of-order', ['on'])
}
