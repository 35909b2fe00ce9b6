import { asPeriod, monthLabel, monthsOfYear, type Period } from '../period/period.ts'
import type { ReportingYear } from '../reporting-year/reporting-year.ts'
import { ethnicGroups, keyWorkers, meetingTimes, reviewMeetings } from './code-lists.ts'
import { DeathMeasure, ReviewMeasure } from './measure.ts'
import { diedIn, reviewedIn } from './within-period.ts'

/** M1: reviews by whether a review meeting of those who cared for the child was held before, whether it was reported, and why not. */
export function reviewsByMeeting(period: ReportingYear | Period): ReviewMeasure {
  return ofReviews(period, 'M1', 'Reviews by review meeting', {
    field: 'reviewMeeting',
    title: 'Review meeting',
    codes: reviewMeetings,
  })
}

/** M2: reviews by how long after the death the first review meeting was held. */
export function reviewsByTimeToMeeting(period: ReportingYear | Period): ReviewMeasure {
  return ofReviews(period, 'M2', 'Time from death to the first review meeting', {
    field: 'meetingTook',
    title: 'Time from death to the meeting',
    codes: meetingTimes,
  })
}

/** C1: reviews completed in each month, the panel's work through the year. */
export function reviewsByMonth(period: ReportingYear | Period): ReviewMeasure {
  const { months, years } = asPeriod(period)
  return ofReviews(period, 'C1', 'Reviews completed by month', {
    field: 'reviewedMonth',
    title: 'Month',
    codes: (months ?? years.flatMap(monthsOfYear)).map((code) => ({ code, label: monthLabel(code) })),
  })
}

function ofReviews(
  period: ReportingYear | Period,
  id: string,
  title: string,
  rows: ReviewMeasure['rows'],
): ReviewMeasure {
  return ReviewMeasure.parse({
    id,
    version: 1,
    title,
    population: 'reviews',
    period: asPeriod(period).label,
    filters: [reviewedIn(period)],
    shape: 'partition',
    rows,
    columns: null,
    statistics: [{ kind: 'percentage', of: 'table-total', label: '% of all reviews' }],
    denominator: 'All reviews in the table',
    notes: [],
  })
}

/** F1: deaths by ethnic group and whether the notification named a key worker for the family. */
export function deathsByKeyWorker(period: ReportingYear | Period): DeathMeasure {
  return DeathMeasure.parse({
    id: 'F1',
    version: 1,
    title: 'Deaths by ethnic group and key worker',
    population: 'deaths',
    period: asPeriod(period).label,
    filters: [diedIn(period)],
    shape: 'partition',
    rows: { field: 'ethnicGroup', title: 'Ethnic group', codes: ethnicGroups },
    columns: { field: 'keyWorker', title: 'Key worker for the family', codes: keyWorkers },
    statistics: [{ kind: 'percentage', of: 'row-total', label: '% of deaths in the row' }],
    denominator: 'All deaths in the row',
    notes: ['As notified: a key worker named later is not in it.'],
  })
}
