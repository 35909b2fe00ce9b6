import type { ChallengeAct, ChallengeState, ChallengeSubject } from '@cdop/domain'

export const challengeStateWords: Readonly<Record<ChallengeState, string>> = {
  open: 'Waits for an answer',
  answered: 'Answered',
  accepted: 'Answer accepted',
}

export const challengeActWords: Readonly<Record<ChallengeAct, string>> = {
  raise: 'Raised',
  answer: 'Answered',
  press: 'Pressed on',
  accept: 'Answer accepted',
}

/** By what its subject is named; a release is known further up. */
export type SubjectName = { readonly recommendation: string | null; readonly action: number | null }

/** What a challenge is about: "Action 2 of R-2026-014". */
export function subjectWords(subject: ChallengeSubject, { recommendation, action }: SubjectName): string {
  switch (subject.kind) {
    case 'area':
      return 'How the area does'
    case 'recommendation':
      return `Recommendation ${recommendation ?? ''}`
    case 'action':
      return `Action ${action ?? ''} of ${recommendation ?? ''}`
    case 'release':
      return 'A release'
  }
}

/** Where it is read; null of the area itself. */
export function subjectPath(subject: ChallengeSubject): string | null {
  switch (subject.kind) {
    case 'area':
      return null
    case 'recommendation':
      return `/recommendations/${subject.recommendationId}`
    case 'action':
      return `/recommendations/${subject.recommendationId}/actions/${subject.actionId}`
    case 'release':
      return `/releases/${subject.releaseId}`
  }
}
