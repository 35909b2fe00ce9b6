import type { RegionalAnswer } from '@cdop/domain'

/** What an area said, of another area. */
export const regionalAnswerWords: Readonly<Record<RegionalAnswer, string>> = {
  asked: 'Has not answered yet',
  accepted: 'Takes part',
  declined: 'Does not take part',
}

/** Whose the cases of a regional meeting are: said wherever several areas meet. */
export const whoseCases =
  'Each area brings its own cases, and keeps them: its own agenda, pack and analysis. Nothing of a case goes to another area.'
