import type { LaterReason, PlainDate } from '@cdop/domain'
import { writtenDate } from './written-date.ts'

/** The mark that stands with what an agency said before it has answered. */
export const partMark = 'Part of the answer: the rest has not come'

/** Why the rest comes later, as an agency says it of itself. */
export const laterReasonWords: Readonly<Record<LaterReason, string>> = {
  'waiting-for-records': 'Waiting for records',
  'waiting-for-a-colleague': 'Waiting for a colleague',
  'staff-absent': 'Somebody who knows is absent',
  other: 'Another reason',
}

/** By when the rest comes, or was to come. */
export const restWords = (promisedOn: PlainDate, today: PlainDate): string =>
  promisedOn < today
    ? `rest was promised for ${writtenDate(promisedOn)}`
    : `rest promised for ${writtenDate(promisedOn)}`

type Part = {
  readonly promisedOn: PlainDate
  readonly sectionsCompleted: number
  readonly sectionsAsked: number
}

/** "Part: 3 of 8 sections completed, rest promised for 12 March 2026". */
export const partWords = ({ promisedOn, sectionsCompleted, sectionsAsked }: Part, today: PlainDate): string =>
  `Part: ${sectionsCompleted} of ${sectionsAsked} sections completed, ${restWords(promisedOn, today)}`
