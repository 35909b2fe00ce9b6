import type { PlainDate } from '@cdop/domain'

/** Made once: making one for every date took a sixth of the work on a page of cases. */
const written = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** A civil date as people in England write it: "14 November 2026". */
export function writtenDate(date: PlainDate): string {
  return written.format(new Date(`${date}T00:00:00Z`))
}

const weekdays = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' })

/** A civil date with its day of the week: "Saturday 14 November 2026". */
export function writtenWeekday(date: PlainDate): string {
  return `${weekdays.format(new Date(`${date}T00:00:00Z`))} ${writtenDate(date)}`
}
