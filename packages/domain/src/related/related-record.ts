import { z } from 'zod'
import { JarTrigger } from '../joint-agency-response/jar-trigger.ts'
import { Sex } from '../notification/notification.ts'
import { PlainDate } from '../plain-date/plain-date.ts'

/** A parent or carer as they are compared: how the name sounds, and what they are to the child. */
const RelatedAdult = z.strictObject({
  name: z.string(),
  dateOfBirth: PlainDate.nullable(),
  is: z.enum(['mother', 'parent', 'carer']),
})
export type RelatedAdult = z.infer<typeof RelatedAdult>

/** Another child whom a notification names as one of the household. */
const NamedChild = z.strictObject({ name: z.string(), dateOfBirth: PlainDate, sibling: z.boolean() })

/** Where a child died or was when it happened, as it is compared. */
const RelatedPlace = z.strictObject({ place: z.string(), kind: z.enum(['home', 'hospital', 'elsewhere']) })

/**
 * What a notified child is compared by with other children who died. Names, addresses and places are written so that
 * equal means equal; null is not known. The whole of it is identifying.
 */
export const RelatedRecord = z.strictObject({
  nhsNumber: z.string().nullable(),
  motherNhsNumber: z.string().nullable(),
  /** How the family name sounds. */
  familyName: z.string().nullable(),
  /** How the first given name sounds; null of a child who was not yet named. */
  givenName: z.string().nullable(),
  sex: Sex,
  dateOfBirth: PlainDate.nullable(),
  dateOfDeath: PlainDate,
  /** Known to be one of several of one pregnancy, or to be the only one. */
  ofSeveral: z.boolean().nullable(),
  birthOrder: z.int().nullable(),
  adults: z.array(RelatedAdult),
  children: z.array(NamedChild),
  homes: z.array(z.string()),
  /** The first part of each home's postcode and the figure after it. */
  neighbourhoods: z.array(z.string()),
  schools: z.array(z.string()),
  places: z.array(RelatedPlace),
  /** What calls for a joint agency response, as far as it says what kind of death it was. */
  kindsOfDeath: z.array(JarTrigger),
})
export type RelatedRecord = z.infer<typeof RelatedRecord>
