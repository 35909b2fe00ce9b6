import {
  ActionId,
  ActionState,
  PersonId,
  PlainDate,
  RecommendationId,
  RecommendationState,
  type SmartGap,
  smartGaps,
} from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'
import type { StoredAction } from '../action/action-store.ts'
import { Addressee, RecommendationFacts, type StoredRecommendation } from './recommendation-store.ts'
import { ActionWords, actionWords, RecommendationWords, recommendationWords } from './recommendation-words.ts'

/** A recommendation as it is read. */
export const RecommendationView = z.strictObject({
  recommendationId: RecommendationId,
  /** "R-2026-014". */
  reference: z.string(),
  version: z.int(),
  state: RecommendationState,
  facts: RecommendationFacts,
  words: RecommendationWords,
  proposedOn: PlainDate,
  proposedBy: PersonId,
  informedOn: PlainDate.nullable(),
  relevantOn: PlainDate.nullable(),
  /** When it was taken further by itself; null while it was not. */
  escalatedOn: PlainDate.nullable(),
  closingBy: PersonId.nullable(),
  closedOn: PlainDate.nullable(),
})
export type RecommendationView = z.infer<typeof RecommendationView>

/** An action as it is read. */
export const ActionView = z.strictObject({
  actionId: ActionId,
  /** Within its recommendation. */
  number: z.int(),
  version: z.int(),
  state: ActionState,
  owner: Addressee,
  words: ActionWords,
  dueOn: PlainDate,
  agreedOn: PlainDate,
  progressOn: PlainDate.nullable(),
  escalatedOn: PlainDate.nullable(),
  relevantOn: PlainDate.nullable(),
  closingBy: PersonId.nullable(),
  closedOn: PlainDate.nullable(),
})
export type ActionView = z.infer<typeof ActionView>

export function recommendationView(cipher: SubjectCipher, found: StoredRecommendation): RecommendationView {
  const { level, source, addressee, themes, factors, dueOn, sealedWords, year, number, ...rest } = found
  const words = recommendationWords.open(cipher, found.recommendationId, sealedWords)
  return { ...rest, facts: { level, source, addressee, themes, factors, dueOn }, words }
}

export function actionView(cipher: SubjectCipher, found: StoredAction): ActionView {
  const { sealedWords, recommendationId, ...rest } = found
  return { ...rest, words: actionWords.open(cipher, found.actionId, sealedWords) }
}

/** What it lacks before it can be issued. */
export const gapsOf = ({ facts, words }: RecommendationView): SmartGap[] =>
  smartGaps({ ...words, addresseeId: facts.addressee?.organisationId ?? null, dueOn: facts.dueOn })
