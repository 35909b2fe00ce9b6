import { z } from 'zod'
import { AuthorityCode } from '../area/area.ts'
import { Deprivation } from './deprivation.ts'
import { PlainMonth, PostcodeEdition } from './postcode-edition.ts'

/** A postcode as it is looked up: capitals without spaces. */
export function postcodeKey(typed: string): string {
  return typed.toUpperCase().replaceAll(/\s+/g, '')
}

/** A small area of England or Wales, of whichever census. */
export const SmallArea = z.string().regex(/^[EW]01\d{6}$/)

/** A class of the rural-urban classification of 2011 or 2021, as its code: `A1`, `RSN1`. */
export const RuralUrban = z.strictObject({
  classification: z.enum(['RUC2011', 'RUC2021']),
  code: z.string().regex(/^[A-Z0-9]{1,6}$/),
})
export type RuralUrban = z.infer<typeof RuralUrban>

/** Where a postcode lies, by one edition of a list of postcodes. What an edition does not say is null. */
export const PostcodePlace = z.strictObject({
  edition: PostcodeEdition,
  /** The edition came out after the child had died: there was none before. */
  editionIsLater: z.boolean(),
  /** The month in which the postcode went out of use. */
  terminated: PlainMonth.nullable(),
  localAuthority: AuthorityCode.nullable(),
  /** As the index of deprivation names it; null where that says nothing of this authority. */
  localAuthorityName: z.string().nullable(),
  lsoa2011: SmallArea.nullable(),
  lsoa2021: SmallArea.nullable(),
  /** The integrated care board. */
  icb: z.string().nullable(),
  ruralUrban: RuralUrban.nullable(),
  /** By every index that is known, the newest first. */
  deprivation: z.array(Deprivation),
})
export type PostcodePlace = z.infer<typeof PostcodePlace>

/** What looking a postcode up came to. */
export const PostcodeFound = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('found'), place: PostcodePlace }),
  /** The edition does not have it: mistyped, newer than the edition, or made up for want of an address. */
  z.strictObject({ outcome: z.literal('unknown'), edition: PostcodeEdition }),
  /** Nobody has loaded a list of postcodes yet. */
  z.strictObject({ outcome: z.literal('no-edition') }),
])
export type PostcodeFound = z.infer<typeof PostcodeFound>

/** How deprived and how rural the place is where a child lived; never the place itself. */
export const Neighbourhood = z.strictObject({
  deprivation: z.array(Deprivation).max(4),
  ruralUrban: RuralUrban.nullable(),
})
export type Neighbourhood = z.infer<typeof Neighbourhood>
