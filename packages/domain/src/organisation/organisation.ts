import { z } from 'zod'
import type { PlainDate } from '../plain-date/plain-date.ts'

/** What kind of agency an organisation is to child death review (domain reference 2.2 and 9, "relevant agencies"). */
export const OrganisationKind = z.enum([
  'general-practice',
  'maternity',
  'child-health-nursing',
  'hospital',
  'community-health',
  'mental-health',
  'ambulance',
  'hospice',
  'social-care',
  'education',
  'police',
  'coroner',
  'public-health',
  'housing',
  'voluntary',
  'other',
])
export type OrganisationKind = z.infer<typeof OrganisationKind>

/** As codes are typed: spaces and small letters do no harm. */
const code = (form: RegExp) =>
  z
    .string()
    .max(40)
    .transform((typed) => typed.replaceAll(/\s/g, '').toUpperCase())
    .pipe(z.string().regex(form))

/**
 * The code of an NHS organisation or site, given by the Organisation Data Service: 3 to 10 letters and digits. It has no
 * check digit, so only its form can be checked.
 */
export const OdsCode = code(/^[A-Z0-9]{3,10}$/).pipe(z.string().brand<'OdsCode'>())
export type OdsCode = z.infer<typeof OdsCode>

/** The code of a place and its authority, given by the Government Statistical Service: a letter and 8 digits. */
export const GssCode = code(/^[EKNSW]\d{8}$/).pipe(z.string().brand<'GssCode'>())
export type GssCode = z.infer<typeof GssCode>

/** True on the days an organisation can be asked; no date means no end on that side. Both days count. */
export function isInUse(
  { activeFrom, activeTo }: { activeFrom: PlainDate | null; activeTo: PlainDate | null },
  on: PlainDate,
): boolean {
  return (activeFrom === null || activeFrom <= on) && (activeTo === null || on <= activeTo)
}

/** A name an organisation has from a day on. */
export type DatedName = { readonly name: string; readonly from: PlainDate }

/**
 * What an organisation was called on a day: the first name, unless it was renamed by then. Of two names from one day the
 * one recorded later counts.
 * @param renamed in the order they were recorded
 */
export function nameOn(first: string, renamed: readonly DatedName[], on: PlainDate): string {
  let found: DatedName | null = null
  for (const one of renamed) {
    if (one.from <= on && (found === null || one.from >= found.from)) found = one
  }
  return found?.name ?? first
}
