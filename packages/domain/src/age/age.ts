import { z } from 'zod'
import { daysBetween, type PlainDate, toTemporal } from '../plain-date/plain-date.ts'

/** Age at death as the national statistics cut it (NCMD data release). */
export const AgeBand = z.enum(['0-27d', '28-364d', '1-4y', '5-9y', '10-14y', '15-17y'])
export type AgeBand = z.infer<typeof AgeBand>

/** Completed years at death. A person born on 29 February completes a year on 1 March of a common year. */
export function ageInYears(bornOn: PlainDate, diedOn: PlainDate): number {
  const born = toTemporal(bornOn)
  const died = toTemporal(diedOn)
  const years = died.year - born.year
  const beforeBirthday = died.month < born.month || (died.month === born.month && died.day < born.day)
  return beforeBirthday ? years - 1 : years
}

/** Null when the person was 18 or older, or the dates are the wrong way round. Under 28 days is neonatal. */
export function ageBand(bornOn: PlainDate, diedOn: PlainDate): AgeBand | null {
  const days = daysBetween(bornOn, diedOn)
  if (days < 0) return null
  const years = ageInYears(bornOn, diedOn)
  if (years >= 18) return null
  if (years >= 15) return '15-17y'
  if (years >= 10) return '10-14y'
  if (years >= 5) return '5-9y'
  if (years >= 1) return '1-4y'
  return days < 28 ? '0-27d' : '28-364d'
}
