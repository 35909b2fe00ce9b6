import { z } from 'zod'
import { addWorkingDays, type BankHolidays } from '../clock/working-day.ts'
import { ActionId, RecommendationId, ReleaseId } from '../id/id.ts'
import type { PlainDate } from '../plain-date/plain-date.ts'

/**
 * What an independent scrutineer questions: how an area does as a whole, or one thing it decided. Never a case
 * (domain reference 9, items 6, 17 and 37).
 */
export const ChallengeSubject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('area') }),
  z.strictObject({ kind: z.literal('recommendation'), recommendationId: RecommendationId }),
  z.strictObject({ kind: z.literal('action'), recommendationId: RecommendationId, actionId: ActionId }),
  z.strictObject({ kind: z.literal('release'), releaseId: ReleaseId }),
])
export type ChallengeSubject = z.infer<typeof ChallengeSubject>

/** How far a challenge is. That its answer is overdue follows from its day: it is no state. */
export const ChallengeState = z.enum([
  /** The area owes an answer: the challenge was raised, or pressed on because an answer was not enough. */
  'open',
  /** The scrutineer has yet to say whether the answer is enough. */
  'answered',
  'accepted',
])
export type ChallengeState = z.infer<typeof ChallengeState>

/** What is recorded of a challenge. */
export const ChallengeAct = z.enum(['raise', 'answer', 'press', 'accept'])
export type ChallengeAct = z.infer<typeof ChallengeAct>

const steps: Readonly<Record<ChallengeState, Readonly<Partial<Record<ChallengeAct, ChallengeState>>>>> = {
  open: { answer: 'answered' },
  answered: { press: 'open', accept: 'accepted' },
  accepted: {},
}

/** Where an act leads, or null where it cannot be done. */
export const challengeAfter = (state: ChallengeState, act: ChallengeAct): ChallengeState | null =>
  steps[state][act] ?? null

/** Working days an area has to answer. The documents of the partnership name none: a proposal of this product. */
export const ANSWER_WORKING_DAYS = 10

/** The day by which what is raised, or pressed on, on a day is to be answered. */
export const answerDueOn = (day: PlainDate, holidays: BankHolidays): PlainDate =>
  addWorkingDays(day, ANSWER_WORKING_DAYS, holidays)

/** A challenge as it is counted. */
export type CountedChallenge = { readonly state: ChallengeState; readonly dueOn: PlainDate }

/** The area owes the answer for longer than it has. On its day it is not late yet. */
export const isChallengeOverdue = ({ state, dueOn }: CountedChallenge, today: PlainDate): boolean =>
  state === 'open' && dueOn < today

export const ChallengeCounts = z.strictObject({
  open: z.int().nonnegative(),
  /** Of those that are open. */
  overdue: z.int().nonnegative(),
  answered: z.int().nonnegative(),
  accepted: z.int().nonnegative(),
})
export type ChallengeCounts = z.infer<typeof ChallengeCounts>

/** How many challenges stand where on a day. */
export function challengeCounts(challenges: readonly CountedChallenge[], today: PlainDate): ChallengeCounts {
  const standing = (state: ChallengeState) => challenges.filter((one) => one.state === state).length
  return {
    open: standing('open'),
    overdue: challenges.filter((one) => isChallengeOverdue(one, today)).length,
    answered: standing('answered'),
    accepted: standing('accepted'),
  }
}
