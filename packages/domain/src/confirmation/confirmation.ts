import { z } from 'zod'
import { type Instant, londonDate, londonTime, PlainDate } from '../plain-date/plain-date.ts'
import { Refusal } from '../refusal/refusal.ts'
import { text } from '../text/text.ts'

/** Whose word a confirmation rests on: the profession, and with it the body it speaks for. */
export const ConfirmedBy = z.enum([
  'hospital-doctor',
  'general-practitioner',
  'nurse-or-midwife',
  'ambulance-clinician',
  'hospice-clinician',
  'medical-examiner',
  'coroner-or-officer',
  'police-officer',
  'registrar',
  'other-professional',
])
export type ConfirmedBy = z.infer<typeof ConfirmedBy>

/** A time of day in London, to the minute. */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** Somebody's word on one thing: who they are, and when they confirmed it; the time where it is known. */
export const Confirmation = z.strictObject({
  by: ConfirmedBy,
  name: text(200),
  organisation: text(200),
  on: PlainDate,
  time: TimeOfDay.nullable(),
})
export type Confirmation = z.infer<typeof Confirmation>

/** Who confirmed that a child has died, and who confirmed which child it is: two facts, often one person's word. */
export const ChildConfirmation = z.strictObject({ death: Confirmation, identity: Confirmation })
export type ChildConfirmation = z.infer<typeof ChildConfirmation>

/**
 * Nothing is confirmed before the child died or after it is recorded.
 * @throws Refusal `date-in-future` or `dates-out-of-order`, naming `death` or `identity`
 */
export function requireConfirmationDates(
  confirmation: ChildConfirmation,
  { diedOn, now }: { diedOn: PlainDate; now: Instant },
): void {
  const [today, time] = [londonDate(now), londonTime(now)]
  const wrong = (is: (one: Confirmation) => boolean) =>
    (['death', 'identity'] as const).filter((name) => is(confirmation[name]))
  const ahead = wrong((one) => one.on > today || (one.on === today && one.time !== null && one.time > time))
  if (ahead.length > 0) throw new Refusal('date-in-future', ahead)
  const before = wrong((one) => one.on < diedOn)
  if (before.length > 0) throw new Refusal('dates-out-of-order', before)
}

/**
 * False when the date of death was corrected afterwards to a later one than what was confirmed: it has to be confirmed
 * anew.
 */
export function stillConfirms(
  { death, identity }: Record<'death' | 'identity', Pick<Confirmation, 'on'>>,
  diedOn: PlainDate,
): boolean {
  return death.on >= diedOn && identity.on >= diedOn
}

/**
 * The gate before everything that leaves: a request, a letter, a submission.
 * @throws Refusal `not-confirmed` until it is recorded who confirmed the death and who the child is
 */
export function requireConfirmed(of: { confirmedAt: Instant | null }): void {
  if (of.confirmedAt === null) throw new Refusal('not-confirmed')
}
