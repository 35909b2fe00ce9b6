import { z } from 'zod'
import { AuthorityCode } from '../area/area.ts'
import { NhsNumber } from '../nhs-number/nhs-number.ts'
import { PlainDate } from '../plain-date/plain-date.ts'
import { text } from '../text/text.ts'

export const Sex = z.enum(['male', 'female', 'indeterminate', 'not-known'])
export type Sex = z.infer<typeof Sex>

/** Expected: anticipated as a significant possibility 24 hours before the death. */
export const Expectedness = z.enum(['expected', 'unexpected', 'not-known'])
export type Expectedness = z.infer<typeof Expectedness>

/** A live birth after a lawful planned termination is a live birth all the same, and yet outside child death review. */
export const BornAlive = z.enum(['yes', 'yes-after-lawful-termination', 'no', 'not-known'])
export type BornAlive = z.infer<typeof BornAlive>

/**
 * The ways in which a notification reaches a panel's office. Whichever it was, the same path takes it in; what a
 * person may do with it afterwards does not depend on the door.
 */
export const NotificationDoor = z.enum([
  'coordinator',
  'public-link',
  'rest',
  'fhir',
  'neonatal-surveillance',
  'import',
])
export type NotificationDoor = z.infer<typeof NotificationDoor>

export const NotificationState = z.enum(['received', 'accepted', 'out-of-scope'])
export type NotificationState = z.infer<typeof NotificationState>

/**
 * What the rules need of a notification form (Form A), read from its bindings; everything else on the form is kept
 * and shown but decides nothing. The whole of it is identifying.
 */
export const NotificationContent = z.object({
  child: z.object({
    familyName: text(200),
    /** Absent when the child was not yet named. */
    givenNames: text(200).optional(),
    nhsNumber: NhsNumber.optional(),
    dateOfBirth: PlainDate,
    /** Asked only of a child who died before 28 days of age, or whose date of birth is not known. */
    bornAlive: BornAlive.optional(),
    sex: Sex,
    ethnicCategory: z.string().max(20),
    address: text(2000).optional(),
    postcode: z.string().max(10).optional(),
  }),
  residence: z.object({ localAuthority: AuthorityCode }),
  death: z.object({
    dateOfDeath: PlainDate,
    placeOfDeath: z.string().max(60),
    expectedness: z.string().max(20),
    gestationWeeks: z.number().int().optional(),
    jarTriggers: z
      .array(z.string().max(60))
      .transform((triggers) => triggers.filter((trigger) => trigger !== 'not-known'))
      .optional(),
  }),
})
export type NotificationContent = z.infer<typeof NotificationContent>
