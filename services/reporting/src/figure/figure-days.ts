import { categoriesOfDeath, daysTaken, inquests, type ReviewFact, type Taken } from '@cdop/statistics'
import { z } from 'zod'
import type { FigureId } from './figure-tables.ts'
import type { Ground } from './measure-tables.ts'

/** Days from the death on, of one row: the middle one and the quartiles; null below ten, where they would be single children's. */
export const DaysLine = z.strictObject({
  label: z.string().min(1),
  reviews: z.number().int().nonnegative(),
  quartiles: z.strictObject({ low: z.number(), median: z.number(), high: z.number() }).nullable(),
})
export type DaysLine = z.infer<typeof DaysLine>

function takenOf(review: ReviewFact): Taken[] {
  const { daysTaken: days, took } = review
  return days === null || took === 'not-known' ? [] : [{ days, months: took }]
}

function toMeeting({ daysToMeeting: days, meetingTook }: ReviewFact): Taken[] {
  if (days === null || meetingTook === 'no-meeting' || meetingTook === 'not-known') return []
  return [{ days, months: meetingTook === 'within-3' ? 'within-6' : meetingTook }]
}

function line(label: string, reviews: readonly ReviewFact[], of = takenOf): DaysLine {
  const { count, quartiles } = daysTaken('reviews', reviews.flatMap(of))
  return { label, reviews: count.value, quartiles }
}

/** How many days reviews took, row by row as the table has them and all together, or their first meeting; none for a table of anything else. */
export function figureDays(id: FigureId, { facts: { reviews }, period }: Ground): DaysLine[] {
  if (id !== 'T1' && id !== 'T1b' && id !== 'M2') return []
  const inPeriod = reviews.filter(({ reviewedInYear, reviewedMonth }) =>
    period.months === null
      ? period.years.some(({ code }) => code === reviewedInYear)
      : reviewedMonth !== undefined && period.months.includes(reviewedMonth),
  )
  if (id === 'M2') return [line('Reviews with a meeting before', inPeriod, toMeeting)]
  const rows =
    id === 'T1'
      ? categoriesOfDeath.map(({ code, label }) =>
          line(
            label,
            inPeriod.filter(({ primaryCategory }) => String(primaryCategory) === code),
          ),
        )
      : inquests.map(({ code, label }) =>
          line(
            label,
            inPeriod.filter(({ inquest }) => inquest === code),
          ),
        )
  return [...rows, line('All reviews', inPeriod)]
}
