import { type PlainDate, toTemporal } from '@cdop/domain'

/** A civil date as people in England write it: "14 November 2026". */
export function writtenDate(date: PlainDate): string {
  return toTemporal(date).toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
}
