import type { QualityAnswer, QualityQuestion } from '@cdop/domain'

/** What is asked of a finished review, as a question and as it stands in a table. */
export const qualityWords: Record<QualityQuestion, { readonly asks: string; readonly short: string }> = {
  'information-complete': {
    asks: 'Did the panel have the information it needed?',
    short: 'The information was complete',
  },
  'agencies-heard': {
    asks: 'Was every agency that knew the child heard, or is it said why not?',
    short: 'Every agency was heard',
  },
  'family-heard': {
    asks: 'Was the family’s voice heard, and were its questions answered?',
    short: 'The family was heard and answered',
  },
  'factors-supported': {
    asks: 'Does something in the record support each factor?',
    short: 'Factors are supported by evidence',
  },
  'category-by-hierarchy': {
    asks: 'Is the category the highest that could reasonably be applied?',
    short: 'The category follows the hierarchy',
  },
  'learning-specific': {
    asks: 'Is what was learnt specific enough for somebody to act on?',
    short: 'Learning is specific',
  },
  timely: {
    asks: 'Was the review as timely as what it waited for allowed?',
    short: 'The review was timely',
  },
}

export const qualityAnswerWords: Record<QualityAnswer, string> = {
  met: 'Met',
  partly: 'Partly met',
  'not-met': 'Not met',
  'cannot-tell': 'Cannot tell',
}
