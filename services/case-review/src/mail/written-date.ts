import type { PlainDate } from '@cdop/domain'

const dates = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** A date as a mail writes it: 14 November 2026. */
export const written = (date: PlainDate) => dates.format(new Date(`${date}T00:00:00Z`))
