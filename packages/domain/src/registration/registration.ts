import { z } from 'zod'
import { NhsNumber } from '../nhs-number/nhs-number.ts'
import { Sex } from '../notification/notification.ts'
import { addDays, daysBetween, PlainDate } from '../plain-date/plain-date.ts'
import { text } from '../text/text.ts'

/**
 * Who says that deaths were registered: the registrar, who must tell the partners of each death of somebody who is or
 * may be under 18 (Children and Young Persons Act 2008, s.31), or the Office for National Statistics, whose list an
 * authority holds by agreement (Statistics and Registration Service Act 2007, s.42).
 */
export const RegistrationSource = z.enum(['registrar', 'ons'])
export type RegistrationSource = z.infer<typeof RegistrationSource>

/** A death as it stands in a register. The whole of it is identifying. */
export const RegisteredDeath = z.strictObject({
  /** Names the entry in its register: the same entry on two lists is one death. */
  entryNumber: text(40),
  registeredOn: PlainDate,
  diedOn: PlainDate,
  bornOn: PlainDate.nullable(),
  familyName: text(200),
  givenNames: text(200),
  sex: Sex,
  nhsNumber: NhsNumber.nullable(),
  postcode: z.string().max(10).nullable(),
  /** Certified after a coroner's investigation: such a death is registered months after it happened. */
  byCoroner: z.boolean(),
})
export type RegisteredDeath = z.infer<typeof RegisteredDeath>

/** Why a registered death is rightly not among an area's notifications. */
export const NoNotificationReason = z.enum([
  'resident-elsewhere',
  'aged-18-or-over',
  'not-born-alive',
  'lawful-termination',
])
export type NoNotificationReason = z.infer<typeof NoNotificationReason>

/**
 * How a death that was notified stands with the register. `expected`: there was not yet time for it. `with-coroner`: a
 * death under investigation is registered when the investigation ends, however long that takes. `overdue`: it should
 * be on a list by now, so that either the list is late or the two records were not told to be one child's.
 */
export const RegistrationStanding = z.enum(['registered', 'expected', 'with-coroner', 'overdue'])
export type RegistrationStanding = z.infer<typeof RegistrationStanding>

/**
 * Days from a death until it should be on the registrar's list: 5 to register it (Births and Deaths Registration Act
 * 1953, s.16 and s.17), 7 for the registrar to tell of it (s.31), and as many again for the list to be sent and loaded.
 */
export const REGISTRATION_DAYS = 24

const underInvestigation: ReadonlySet<string> = new Set(['investigation-opened', 'inquest-opened'])

/** How a notified death stands with the register on a day, and how many days after the death that day is. */
export function registrationStanding(
  death: { diedOn: PlainDate; coronerReferral: string; registered: boolean },
  today: PlainDate,
): { standing: RegistrationStanding; days: number } {
  const days = daysBetween(death.diedOn, today)
  if (death.registered) return { standing: 'registered', days }
  if (underInvestigation.has(death.coronerReferral)) return { standing: 'with-coroner', days }
  return { standing: addDays(death.diedOn, REGISTRATION_DAYS) < today ? 'overdue' : 'expected', days }
}

/**
 * Days after its end until a period's deaths are all but registered, those a coroner investigates included: for a
 * period still maturing an estimate from the register would be of nothing but the delay. A year, for an inquest takes
 * that long.
 */
export const MATURING_DAYS = 365

/** True while deaths of a period that ended on this day are still being registered. */
export function stillMaturing(lastDay: PlainDate, today: PlainDate): boolean {
  return addDays(lastDay, MATURING_DAYS) > today
}
