import { z } from 'zod'
import { AuthorityCode } from '../area/area.ts'
import { NhsNumber } from '../nhs-number/nhs-number.ts'
import { PlainDate } from '../plain-date/plain-date.ts'
import { text } from '../text/text.ts'

export const Sex = z.enum(['male', 'female', 'indeterminate', 'not-known'])
export type Sex = z.infer<typeof Sex>

/** How many babies were born of the pregnancy. */
export const MultipleBirth = z.enum(['one', 'twins', 'triplets', 'more', 'not-known'])
export type MultipleBirth = z.infer<typeof MultipleBirth>

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

export const CountryOfResidence = z.enum([
  'england',
  'wales',
  'scotland',
  'northern-ireland',
  'elsewhere',
  'not-known',
])
export type CountryOfResidence = z.infer<typeof CountryOfResidence>

/** A civil time of day, `HH:MM`. */
const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** A duplicate is of a child known by another record: a merge in force says which. */
export const NotificationState = z.enum([
  'received',
  'accepted',
  'out-of-scope',
  'reported-in-error',
  'duplicate',
  /** Another area took it over; what is left here is a stub. */
  'transferred',
])
export type NotificationState = z.infer<typeof NotificationState>

/** Exact, or as near as anybody knows. */
const Certainty = z.enum(['exact', 'estimated'])

const YesNo = z.enum(['yes', 'no', 'not-known'])

/** A date the form lets a person say they do not know: null when they considered it and do not. */
const DateOrNull = z
  .union([PlainDate, z.literal('not-known')])
  .transform((typed): PlainDate | null => (typed === 'not-known' ? null : typed))

const NotifiedChild = z.object({
  familyName: text(200),
  /** Absent when the child was not yet named. */
  givenNames: text(200).optional(),
  alsoKnownAs: text(200).optional(),
  nhsNumber: NhsNumber.optional(),
  /** Tells the babies of one pregnancy apart. */
  motherNhsNumber: NhsNumber.optional(),
  /** Null when it was answered that it is not known; leaving it out is no answer. */
  dateOfBirth: DateOrNull,
  dateOfBirthIs: Certainty.optional(),
  apparentAgeYears: z.number().int().optional(),
  timeOfBirth: ClockTime.optional(),
  /** Asked only of a child who died before 28 days of age, or whose date of birth is not known. */
  bornAlive: BornAlive.optional(),
  birthAttended: YesNo.optional(),
  suspectedStillbirthAtHome: YesNo.optional(),
  bornAliveEnquiries: z.enum(['not-yet', 'born-alive', 'not-born-alive']).optional(),
  birthWeightGrams: z.number().int().optional(),
  multipleBirth: MultipleBirth.optional(),
  birthOrder: z.number().int().optional(),
  sex: Sex,
  ethnicCategory: z.string().max(40),
  address: text(2000).optional(),
  postcode: z.string().max(10).optional(),
  /** When the child lived between two homes or had lately moved. */
  alternativePostcode: z.string().max(10).optional(),
  /** What else applied to the child: looked after, a life-limiting condition, custody and the like. */
  flags: z
    .array(z.string().max(60))
    .transform((flags) => flags.filter((flag) => flag !== 'not-known'))
    .optional(),
})

/** A parent, or somebody else with parental responsibility. */
const NotifiedParent = z.object({
  name: text(200),
  relationship: z.string().max(40),
  parentalResponsibility: YesNo.optional(),
  dateOfBirth: DateOrNull.optional(),
  sex: Sex.optional(),
  address: text(2000).optional(),
})

const HouseholdChild = z.object({
  name: text(200),
  relationship: z.string().max(40).optional(),
  dateOfBirth: DateOrNull.optional(),
  ageYears: z.number().int().optional(),
  sex: Sex.optional(),
})

const NotifiedAgency = z.object({ kind: z.string().max(40), name: text(200) })

/**
 * What the rules need of a notification form (Form A), read from its bindings; everything else on the form is kept
 * and shown but decides nothing. The whole of it is identifying.
 */
export const NotificationContent = z.object({
  notifier: z
    .object({
      /** The day the notifier learned of the death. */
      dateOfReferral: DateOrNull.optional(),
    })
    .prefault({}),
  child: NotifiedChild,
  residence: z
    .object({
      /** Blank means England: the form asks it only of a child who lived elsewhere. */
      country: CountryOfResidence.optional(),
      /** Absent when it is not known, or lies outside England. */
      localAuthority: AuthorityCode.optional(),
    })
    .prefault({}),
  death: z.object({
    dateOfDeath: PlainDate,
    dateOfDeathIs: z.enum(['exact', 'time-estimated', 'estimated']).optional(),
    timeOfDeath: ClockTime.optional(),
    placeOfDeath: z.string().max(60),
    placeOfDeathName: text(200).optional(),
    placeOfFatalEvent: z.string().max(60).optional(),
    expectedness: z.string().max(20),
    gestationWeeks: z.number().int().optional(),
    jarTriggers: z
      .array(z.string().max(60))
      .transform((triggers) => triggers.filter((trigger) => trigger !== 'not-known'))
      .optional(),
    responseStarted: YesNo.optional(),
    /** Other reviews or investigations that were under way, as codes. */
    otherReviews: z
      .array(z.string().max(60))
      .transform((reviews) => reviews.filter((review) => review !== 'not-known'))
      .optional(),
  }),
  parents: z.array(NotifiedParent).prefault([]),
  household: z.object({ children: z.array(HouseholdChild).prefault([]) }).prefault({}),
  /** Agencies that knew the child; a school among them may be what several deaths have in common. */
  agencies: z.array(NotifiedAgency.partial()).prefault([]),
})
export type NotificationContent = z.infer<typeof NotificationContent>
