/** What a panel has to decide of a case. The first four are the outcomes of every review (statutory analysis form). */
export type ToDecide =
  | 'factors'
  | 'category'
  | 'modifiability'
  | 'learning'
  | 'enough-without-answers'
  | 'what-has-changed'
  | 'family-questions'

/** What the panel must decide of a case, in the order it comes up. */
export function toDecide({
  answersMissing,
  reopened,
  familyQuestionsOpen,
}: {
  /** Agencies asked that did not answer, or in part. */
  readonly answersMissing: number
  readonly reopened: boolean
  /** Questions the family put to the panel that nobody has answered. */
  readonly familyQuestionsOpen: number
}): ToDecide[] {
  return [
    ...(reopened ? (['what-has-changed'] as const) : []),
    ...(answersMissing > 0 ? (['enough-without-answers'] as const) : []),
    'factors',
    'category',
    'modifiability',
    'learning',
    ...(familyQuestionsOpen > 0 ? (['family-questions'] as const) : []),
  ]
}
