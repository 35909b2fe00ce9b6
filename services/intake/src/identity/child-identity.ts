import { NhsNumber, type NotificationContent, PlainDate, Sex } from '@cdop/domain'
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

export function identityOf({ child, death }: NotificationContent): ChildIdentity {
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

/** The keyed hashes by which the same child is found again without being read. */
export type ChildIndexes = { nhsNumber: Buffer | null; birthDateAndSex: Buffer }

export function indexesOf(keys: KeyProvider, { child }: NotificationContent): ChildIndexes {
  return {
    nhsNumber: child.nhsNumber === undefined ? null : blindIndex(keys, 'nhs-number', child.nhsNumber),
    birthDateAndSex: blindIndex(keys, 'birth-date-and-sex', `${child.dateOfBirth}|${child.sex}`),
  }
}
