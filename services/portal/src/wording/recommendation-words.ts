import {
  type ActionAct,
  type ActionStanding,
  type ActionState,
  type EffectStanding,
  factorCodebook,
  type PlainDate,
  type RecommendationAct,
  type RecommendationLevel,
  type RecommendationSource,
  type RecommendationState,
  type RecommendationTheme,
  type SmartGap,
} from '@cdop/domain'

export const levelWords: Readonly<Record<RecommendationLevel, string>> = {
  local: 'Local',
  regional: 'Regional',
  national: 'National',
}

export const sourceWords: Readonly<Record<RecommendationSource, string>> = {
  notification: 'The notification of a death',
  'joint-agency-response': 'A joint agency response',
  'review-meeting': 'A child death review meeting',
  panel: 'A panel meeting',
  'rapid-review': 'A rapid review',
  elsewhere: 'Another body, received from elsewhere',
}

export const themeWords: Readonly<Record<RecommendationTheme, string>> = {
  'safer-sleeping': 'Safer sleeping',
  smoking: 'Smoking',
  'alcohol-and-drugs': 'Alcohol and drugs',
  'maternity-care': 'Maternity care',
  'genetic-conditions': 'Genetic conditions',
  'long-term-conditions': 'Long-term conditions',
  'infection-and-sepsis': 'Infection and sepsis',
  'mental-health-and-self-harm': 'Mental health and self-harm',
  accidents: 'Accidents',
  'abuse-and-neglect': 'Abuse and neglect',
  'complex-needs': 'Complex needs',
  'care-abroad': 'Care abroad',
  'end-of-life-care': 'End of life care',
  'bereavement-support': 'Bereavement support',
  'communication-between-agencies': 'Communication between agencies',
  'access-to-services': 'Access to services',
  'products-and-medicines': 'Products and medicines',
  other: 'Something else',
}

export const recommendationStateWords: Readonly<Record<RecommendationState, string>> = {
  proposed: 'Proposed',
  issued: 'Issued',
  accepted: 'Accepted',
  rejected: 'Rejected',
  'in-progress': 'In progress',
  closing: 'To be confirmed',
  completed: 'Completed',
  'no-longer-relevant': 'No longer relevant',
}

export const actionStateWords: Readonly<Record<ActionState, string>> = {
  agreed: 'Agreed',
  'in-progress': 'In progress',
  closing: 'To be confirmed',
  completed: 'Completed',
  'no-longer-relevant': 'No longer relevant',
}

/** What can be recorded, as somebody chooses it. */
export const actWords: Readonly<Record<RecommendationAct | ActionAct, string>> = {
  issue: 'Issue it: the organisation was told',
  accept: 'The organisation accepts it',
  reject: 'The organisation rejects it',
  begin: 'The organisation has begun',
  progress: 'Say how far it is',
  escalate: 'Take it further: it is overdue',
  'propose-closing': 'It is done: give the evidence, for somebody else to confirm',
  'send-back': 'The evidence is not enough: send it back',
  'confirm-closing': 'Confirm that it is done',
  drop: 'It is no longer relevant',
  reopen: 'Reopen it',
  'still-relevant': 'It was looked at again and is still relevant',
}

/** What was recorded, as a history tells it. */
export const recordedWords: Readonly<
  Record<RecommendationAct | ActionAct | 'propose' | 'revise' | 'agree' | 'escalate-by-itself', string>
> = {
  propose: 'Proposed',
  revise: 'Written anew',
  agree: 'Agreed',
  issue: 'Issued, the organisation was told',
  accept: 'Accepted',
  reject: 'Rejected',
  begin: 'Begun',
  progress: 'Progress',
  escalate: 'Taken further',
  'escalate-by-itself': 'Overdue for 14 days: the chair and the designated doctor were told',
  'propose-closing': 'Said to be done, with evidence',
  'send-back': 'Sent back, the evidence was not enough',
  'confirm-closing': 'Confirmed as done',
  drop: 'No longer relevant',
  reopen: 'Reopened',
  'still-relevant': 'Found to be still relevant',
}

export const gapWords: Readonly<Record<SmartGap, string>> = {
  addressee: 'which organisation it asks',
  indicator: 'what will be measured',
  owner: 'which role or team answers for it',
  due: 'by when',
}

/** The partnership’s own form of telling how far its tasks are. */
export const standingWords: Readonly<Record<ActionStanding, string>> = {
  'on-time': 'Completed or proceeding on time',
  slipped: 'Progressing but behind the due date',
  'no-progress': 'Behind the due date with no progress',
}

const effects: Readonly<Record<EffectStanding, string>> = {
  claimed: 'Somebody says that it is done, and nobody has looked yet',
  evidenced: 'It is done, and what came of it was not measured again',
  'effect-seen': 'An effect is seen',
  'no-effect': 'No effect is seen',
  'cannot-tell': 'Nobody can tell yet whether it made a difference',
}

/** Whether it made a difference, as far as anybody knows. */
export const effectWords = (effect: EffectStanding | null): string =>
  effect === null ? 'Nobody says yet that it was done' : effects[effect]

/** The factors of the codebook of a day, by code, in the order of their words. */
export function factorNames(on: PlainDate): [code: string, label: string][] {
  const book = factorCodebook(on)
  if (book === null) return []
  return Object.values(book.domains)
    .flatMap((domain) => Object.entries(domain).map(([code, { label }]): [string, string] => [code, label]))
    .sort(([, a], [, b]) => a.localeCompare(b, 'en-GB'))
}
