import {
  bankHolidays,
  type CaseClock,
  daysBetween,
  type NextDue,
  type PlainDate,
  workingDaysBetween,
} from '@cdop/domain'
import { writtenDate } from './written-date.ts'

/**
 * How far off a due date is, in words, so that colour need not say it: "Due in 2 working days", "3 days overdue".
 *
 * What is still to come is counted in working days, because that is the time people have. What is late is counted
 * in days, because somebody has waited all of them.
 */
export function dueWords(dueOn: PlainDate, today: PlainDate): string {
  if (dueOn === today) return 'Due today'
  if (dueOn < today) {
    const late = daysBetween(dueOn, today)
    return `${late} ${late === 1 ? 'day' : 'days'} overdue`
  }
  const left = workingDaysBetween(today, dueOn, bankHolidays)
  if (left === 0) return `Due on ${writtenDate(dueOn)}, before the next working day`
  return `Due in ${left} working ${left === 1 ? 'day' : 'days'}`
}

/** A time limit of a case, by what is due. */
export const clockWords: Readonly<Record<CaseClock['clock'], string>> = {
  'agency-return': 'Agency form',
  'review-meeting': 'Review meeting',
  'review-meeting-report': 'Report of the review meeting',
  panel: 'Panel meeting',
  'serious-incident-notification': 'Serious incident notification',
  'looked-after-child-notification': 'Notification of a looked-after child’s death',
  'rapid-review': 'Rapid review',
  'prevention-response': 'Answer to the report to prevent future deaths',
}

/** What a case waits for next, with its clock. */
export function nextWords(
  next: { readonly what: NextDue; readonly dueOn: PlainDate | null },
  today: PlainDate,
): string {
  const words = {
    ...clockWords,
    'hold-check': 'Ask how the hold stands',
    escalation: 'Write to the agency’s leaders',
    'late-answer': 'Look at a late answer',
    'caveat-review': 'Ask whether a caveat is still needed',
    'return-to-read': 'Read a returned form',
    'document-damaged': 'See to a document that cannot be read',
    none: 'Nothing due',
  }
  const what = words[next.what]
  return next.dueOn === null ? what : `${what}: ${lowered(dueWords(next.dueOn, today))}`
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}
