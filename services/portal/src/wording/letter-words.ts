import type { LetterCaution, LetterStage } from '@cdop/domain'

/** When a letter is written, as a page says it. */
export const letterStageWords: Readonly<Record<LetterStage, string>> = {
  'first-contact': 'First contact, with the leaflet',
  'before-review-meeting': 'Before the review meeting: your questions',
  'after-review-meeting': 'After the review meeting',
  'before-panel': 'Before the panel',
  'after-panel': 'After the panel: what was found',
  'later-news': 'Later news',
  'after-avoided-date': 'After a date to avoid',
}

/** How far a letter is. */
export const letterStateWords = {
  draft: 'Draft',
  final: 'Finished, not given yet',
  given: 'Given',
  withdrawn: 'Withdrawn',
} as const

/** How a letter reached whom it is to. */
export const letterWayWords = {
  posted: 'By post',
  'by-hand': 'By hand',
  'through-a-professional': 'Through another professional',
} as const

/** What whoever writes has to know first, and what to do about it. */
export const letterCautionWords: Readonly<Record<LetterCaution, string>> = {
  'wishes-to-hear-nothing': 'Wishes to hear nothing of the review. Write only if they have asked since.',
  'answers-withheld':
    'Something they asked must not be told to them yet. It is left out, and the letter does not say so: do not hint at it.',
  'lives-apart': 'Lives apart from the other parent. Say nothing in it that came from the other.',
  'names-another': 'The letter names another parent or carer. Check that this parent may read it.',
  'to-be-translated': 'Reads another language. Have the letter translated before it is given.',
  'interpreter-needed': 'Needs an interpreter. Have somebody read the letter with them.',
  'date-to-avoid': 'A date to avoid is near. A letter should not arrive around it.',
  'does-not-fit-the-stage': 'The case is not where this letter says it is. Check what you tell them.',
  'written-in-another-area':
    'Written in the area the case came from. Check the names and numbers in it, and save it as yours.',
}

/** A language as a page names it. */
export const languageWords = (language: string) => `${language.charAt(0).toUpperCase()}${language.slice(1)}`
