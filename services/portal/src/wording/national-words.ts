import type { NationalSubmissionKind, NationalSubmissionState, NotSentReason } from '@cdop/domain'

/** What was sent, as a heading says it. */
export const submissionKindWords: Readonly<Record<NationalSubmissionKind, string>> = {
  notification: 'The notification',
  reporting: 'The reporting form',
  analysis: 'The analysis form',
}

/** What a button sends. */
export const sentKindWords: Readonly<Record<NationalSubmissionKind, string>> = {
  notification: 'the notification',
  reporting: 'the reporting form',
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
  'nothing-returned': 'no agency has returned its reporting form',
  'told-elsewhere': 'it is recorded that NCMD was told another way',
  'nothing-changed': 'nothing has changed since it was acknowledged',
  'content-changed': 'it changed on the way, and was sent again',
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
