import { NhsNumber, type NotificationContent, PlainDate, Refusal, Sex } from '@cdop/domain'
import { blindIndex, type KeyProvider } from '@cdop/encryption'
import { z } from 'zod'

/** Who the child of a case is: sealed under the case's key, held nowhere else. */
export const ChildIdentity = z.strictObject({
  familyName: z.string(),
  givenNames: z.string(),
  nhsNumber: NhsNumber.nullable(),
  dateOfBirth: PlainDate,
  dateOfDeath: PlainDate,
  sex: Sex,
  address: z.string().nullable(),
  postcode: z.string().nullable(),
})
export type ChildIdentity = z.infer<typeof ChildIdentity>

/** Stands in place of given names a child was never given. */
const NOT_YET_NAMED = 'Not yet named'

/** Who the child of a record is: as of a case, but that the date of birth may not be known. */
export const KnownIdentity = ChildIdentity.extend({ dateOfBirth: PlainDate.nullable() })
export type KnownIdentity = z.infer<typeof KnownIdentity>

export function knownIdentityOf({ child, death }: NotificationContent): KnownIdentity {
  return {
    familyName: child.familyName,
    givenNames: child.givenNames ?? NOT_YET_NAMED,
    nhsNumber: child.nhsNumber ?? null,
    dateOfBirth: child.dateOfBirth,
    dateOfDeath: death.dateOfDeath,
    sex: child.sex,
    address: child.address ?? null,
    postcode: child.postcode ?? null,
  }
}

/** @throws Refusal `scope-pending` while the date of birth is not known: nothing is accepted before it is */
export function identityOf(content: NotificationContent): ChildIdentity {
  const { dateOfBirth, ...known } = knownIdentityOf(content)
  if (dateOfBirth === null) throw new Refusal('scope-pending')
  return { ...known, dateOfBirth }
}

/** The keyed hashes by which the same child is found again without being read; null of what is not known. */
export type ChildIndexes = { nhsNumber: Buffer | null; birthDateAndSex: Buffer | null }

export function indexesOf(keys: KeyProvider, { child }: NotificationContent): ChildIndexes {
  return {
    nhsNumber: child.nhsNumber === undefined ? null : blindIndex(keys, 'nhs-number', child.nhsNumber),
    birthDateAndSex:
      child.dateOfBirth === null
        ? null
        : blindIndex(keys, 'birth-date-and-sex', `${child.dateOfBirth}|${child.sex}`),
  }
}
