import { PlainDate } from '@cdop/domain'
import { z } from 'zod'

/** Who somebody is to the child: what stands in the text instead of the name. */
export const FAMILY_ROLES = [
  'child',
  'mother',
  'father',
  'parent',
  'sibling',
  'grandmother',
  'grandfather',
  'aunt',
  'uncle',
  'cousin',
  'carer',
  'partner of a parent',
  'relative',
  'friend or neighbour',
] as const
export const FamilyRole = z.enum(FAMILY_ROLES)
export type FamilyRole = z.infer<typeof FamilyRole>

export const PROFESSIONS = [
  'doctor',
  'GP',
  'consultant',
  'nurse',
  'midwife',
  'health visitor',
  'paramedic',
  'social worker',
  'police officer',
  'teacher',
  'nursery worker',
  'coroner',
  'pathologist',
  'key worker',
  'professional',
] as const
export const Profession = z.enum(PROFESSIONS)
export type Profession = z.infer<typeof Profession>

export const PLACE_KINDS = [
  'hospital',
  'hospice',
  'school',
  'nursery',
  'GP practice',
  'police force',
  'police station',
  'ambulance service',
  'local authority',
  'care home',
  'organisation',
  'local place',
] as const
export const PlaceKind = z.enum(PLACE_KINDS)
export type PlaceKind = z.infer<typeof PlaceKind>

const Words = z.string().trim().min(1).max(120)
const Several = z.array(Words).max(20)

/** Opaque, and the same for the same person or place in every case of a pack. */
const EntityKey = z.string().min(1).max(80)

export const FamilyPerson = z.strictObject({
  key: EntityKey,
  role: FamilyRole,
  givenNames: Several,
  familyNames: Several,
  /** Nicknames, former names, how the family calls them. */
  alsoKnownAs: Several,
})
export type FamilyPerson = z.infer<typeof FamilyPerson>

export const StaffPerson = z.strictObject({
  key: EntityKey,
  profession: Profession,
  givenNames: Several,
  familyNames: Several,
  alsoKnownAs: Several,
  /** Collar, badge or registration numbers. */
  numbers: Several,
})
export type StaffPerson = z.infer<typeof StaffPerson>

export const KnownPlace = z.strictObject({
  key: EntityKey,
  kind: PlaceKind,
  name: Words,
  /** Abbreviations and what people call it. */
  alsoKnownAs: Several,
})
export type KnownPlace = z.infer<typeof KnownPlace>

export const KnownAddress = z.strictObject({
  lines: z.array(Words).max(6),
  postcode: z.string().max(10).nullable(),
})
export type KnownAddress = z.infer<typeof KnownAddress>

/** Everything by which the child, the family, staff and places of one case can be recognised in a text. */
export const CaseIdentifiers = z.strictObject({
  family: z.array(FamilyPerson).max(60),
  staff: z.array(StaffPerson).max(150),
  places: z.array(KnownPlace).max(80),
  addresses: z.array(KnownAddress).max(20),
  nhsNumbers: z.array(z.string().max(20)).max(40),
  phones: z.array(z.string().max(30)).max(60),
  emails: z.array(z.string().max(120)).max(60),
  /** Case, hospital, crime and safeguarding references. */
  references: z.array(z.string().max(40)).max(60),
  dates: z.strictObject({
    birth: PlainDate.nullable(),
    death: PlainDate.nullable(),
    incident: PlainDate.nullable(),
    others: z.array(PlainDate).max(60),
  }),
})
export type CaseIdentifiers = z.infer<typeof CaseIdentifiers>
