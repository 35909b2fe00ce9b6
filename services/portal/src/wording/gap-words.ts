import type { GapEffect, GapReason } from '@cdop/domain'

/** Why a review goes on without what an agency knew, in words. */
export const gapReasonWords: Readonly<Record<GapReason, string>> = {
  'no-answer': 'It did not answer',
  refused: 'It refused to answer',
  'records-lost': 'Its records are lost or destroyed',
  'known-from-elsewhere': 'What it knew is known from another agency',
}

/** What that is expected to do to the review, in words. */
export const gapEffectWords: Readonly<Record<GapEffect, string>> = {
  little: 'Little: the rest is enough',
  'some-questions-open': 'Some questions stay open',
  'cause-or-factors-uncertain': 'Cause of death or factors stay uncertain',
}
