import type {
  NationalFailure,
  NationalStanding,
  NationalSubmissionKind,
  NationalSubmissionState,
  NotSentReason,
  TakenBackReason,
} from '@cdop/domain'

/** What was sent, as a heading says it. */
export const submissionKindWords: Readonly<Record<NationalSubmissionKind, string>> = {
  notification: 'The notification',
  reporting: 'The reporting form',
  supplementary: 'The supplementary forms',
  analysis: 'The analysis form',
}

/** What a button sends. */
export const sentKindWords: Readonly<Record<NationalSubmissionKind, string>> = {
  notification: 'the notification',
  reporting: 'the reporting form',
  supplementary: 'the supplementary forms',
  analysis: 'the analysis form',
}

/** Where a submission stands. */
export const submissionStateWords: Readonly<Record<NationalSubmissionState, string>> = {
  queued: 'About to be sent',
  incomplete: 'Not sent: answers are missing',
  stopped: 'Not sent',
  sending: 'Sent, not yet acknowledged',
  acknowledged: 'Acknowledged',
  rejected: 'Rejected',
  withdrawing: 'Being withdrawn',
  withdrawn: 'Withdrawn',
}

/** Why something was not sent, or was taken back. */
export const notSentWords: Readonly<Record<NotSentReason, string>> = {
  'not-confirmed': 'it is not recorded who confirmed the death and who the child is',
  'reported-in-error': 'the death was reported in error',
  'duplicate-merged': 'the case was merged into another one',
  'handed-over': 'another area has the case',
  'reviewed-before-april-2019': 'the case was reviewed before 1 April 2019',
  'not-reviewed': 'the analysis the panel agreed is not here',
  'nothing-returned': 'no agency has returned such a form',
  'told-elsewhere': 'it is recorded that NCMD was told another way',
  'nothing-changed': 'nothing has changed since it was acknowledged',
  'content-changed': 'what it was made of has changed',
}

/** Why it was taken back that somebody told NCMD another way. */
export const takenBackWords: Readonly<Record<TakenBackReason, string>> = {
  'nobody-told': 'Nobody had told NCMD',
  'another-death': 'It was about another death',
  'recorded-by-mistake': 'It was recorded by mistake',
}

/** How NCMD stands to what this area sends; null while it takes it. */
export const standingWords: Readonly<Record<NationalStanding, string | null>> = {
  works: null,
  refused:
    'NCMD refuses this service, so nothing is being sent. Ask your administrator: the token or the address may be wrong. It is tried again by itself, and everything that waits is sent once NCMD takes it.',
  away: 'NCMD has not answered for some time, so nothing is being sent. It is tried again by itself, and everything that waits is sent once NCMD answers.',
}

/** Failures in a row of one submission after which its page says so. */
const SAID_AFTER = 3

/** What is said of a submission whose calls come to nothing; null while that is no news. */
export function failureWords({
  failure,
  failures,
}: {
  failure: NationalFailure | null
  failures: number
}): string | null {
  if (failure === null || failures < SAID_AFTER) return null
  const why = failure === 'refused' ? 'NCMD refuses this submission' : 'NCMD did not answer'
  return `${why}, ${failures} times in a row. Ask your administrator`
}

const problemWords: Readonly<Record<string, string>> = {
  missing: 'needs an answer',
  conflict: 'is answered differently by agencies: settle it first',
  'bad-value': 'has an answer NCMD does not take',
  'not-found': 'has an answer NCMD does not know',
  'before-birth': 'lies before the date of birth',
}

/** What is wrong with an answer; a code nobody here knows is shown as it came. */
export function problemWordsOf(code: string): string {
  return problemWords[code] ?? `was rejected (${code})`
}
