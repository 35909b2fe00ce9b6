import type { PracticeQuestion, SelfAssessed } from '@cdop/domain'

export const selfAssessedWords: Readonly<Record<SelfAssessed, string>> = {
  fully: 'Fully',
  partly: 'Partly',
  'not-yet': 'Not yet',
  'no-longer-concerns': 'Does not concern us any more',
}

/** What every organisation is asked besides the recommendations that concern it. */
export const practiceWords: Readonly<Record<PracticeQuestion, string>> = {
  'information-sharing':
    'Do your staff know the guidance on information sharing, and use it when a child dies?',
  'induction-and-training':
    'Do new staff learn at induction what to do when a child dies, and are those who need it trained in sudden unexpected deaths?',
  'voice-of-child-and-family':
    'Are the voices of children and of bereaved families heard where you plan and review your work?',
}
