import { z } from 'zod'

/** How far a recommendation has come (domain reference 5). That it is overdue follows from its day: it is no state. */
export const RecommendationState = z.enum([
  'proposed',
  /** Whoever is to act was told (Children Act 2004, section 16M(5)). */
  'issued',
  'accepted',
  'rejected',
  'in-progress',
  /** One person says that it is done; another has yet to confirm it. */
  'closing',
  'completed',
  'no-longer-relevant',
])
export type RecommendationState = z.infer<typeof RecommendationState>

/** What can be recorded of a recommendation. */
export const RecommendationAct = z.enum([
  'issue',
  'accept',
  'reject',
  'begin',
  'propose-closing',
  'send-back',
  'confirm-closing',
  'drop',
  'reopen',
  'still-relevant',
])
export type RecommendationAct = z.infer<typeof RecommendationAct>

type Steps<State extends string, Act extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Act, State>>>>
>

/** From each state, where each act leads. What does not stand here cannot be done. */
const steps: Steps<RecommendationState, RecommendationAct> = {
  proposed: { issue: 'issued', drop: 'no-longer-relevant' },
  issued: {
    accept: 'accepted',
    reject: 'rejected',
    drop: 'no-longer-relevant',
    'still-relevant': 'issued',
  },
  accepted: {
    begin: 'in-progress',
    reject: 'rejected',
    'propose-closing': 'closing',
    drop: 'no-longer-relevant',
    'still-relevant': 'accepted',
  },
  rejected: { reopen: 'issued', drop: 'no-longer-relevant' },
  'in-progress': {
    'propose-closing': 'closing',
    drop: 'no-longer-relevant',
    'still-relevant': 'in-progress',
  },
  closing: { 'confirm-closing': 'completed', 'send-back': 'in-progress' },
  completed: { reopen: 'in-progress' },
  'no-longer-relevant': {},
}

/** Where an act leads, or null where it cannot be done. */
export const recommendationAfter = (
  state: RecommendationState,
  act: RecommendationAct,
): RecommendationState | null => steps[state][act] ?? null

/** Nothing more is expected of anybody. */
export const isSettledRecommendation = (state: RecommendationState): boolean =>
  state === 'rejected' || state === 'completed' || state === 'no-longer-relevant'

/** How far an action has come. */
export const ActionState = z.enum(['agreed', 'in-progress', 'closing', 'completed', 'no-longer-relevant'])
export type ActionState = z.infer<typeof ActionState>

/** What can be recorded of an action. */
export const ActionAct = z.enum([
  'progress',
  'escalate',
  'propose-closing',
  'send-back',
  'confirm-closing',
  'drop',
  'reopen',
  'still-relevant',
])
export type ActionAct = z.infer<typeof ActionAct>

const actionSteps: Steps<ActionState, ActionAct> = {
  agreed: {
    progress: 'in-progress',
    escalate: 'agreed',
    'propose-closing': 'closing',
    drop: 'no-longer-relevant',
    'still-relevant': 'agreed',
  },
  'in-progress': {
    progress: 'in-progress',
    escalate: 'in-progress',
    'propose-closing': 'closing',
    drop: 'no-longer-relevant',
    'still-relevant': 'in-progress',
  },
  closing: { 'confirm-closing': 'completed', 'send-back': 'in-progress' },
  completed: { reopen: 'in-progress' },
  'no-longer-relevant': { reopen: 'in-progress' },
}

/** Where an act leads, or null where it cannot be done. */
export const actionAfter = (state: ActionState, act: ActionAct): ActionState | null =>
  actionSteps[state][act] ?? null

export const isSettledAction = (state: ActionState): boolean =>
  state === 'completed' || state === 'no-longer-relevant'

/** What is only recorded with its words: a reason, how far it is, the evidence, to whom it was taken. The rest may have some. */
const needWords: readonly (RecommendationAct | ActionAct)[] = [
  'reject',
  'progress',
  'escalate',
  'propose-closing',
  'send-back',
  'drop',
  'reopen',
]

export const needsWords = (act: RecommendationAct | ActionAct): boolean => needWords.includes(act)
