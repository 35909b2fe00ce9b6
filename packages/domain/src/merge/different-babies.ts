import type { NhsNumber } from '../nhs-number/nhs-number.ts'
import type { MultipleBirth } from '../notification/notification.ts'

/** What tells one baby of a pregnancy from another. */
export type BabyOfBirth = {
  nhsNumber?: NhsNumber | undefined
  multipleBirth?: MultipleBirth | undefined
  /** 1 for the first born. */
  birthOrder?: number | undefined
}

/**
 * Whether two records are certainly of two babies of one birth, who never merge: each says which baby it was and they
 * say different; or one is known to be of a multiple birth and each has a valid NHS number of its own (domain
 * reference 12, duplicate fixture).
 */
export function differentBabies(one: BabyOfBirth, other: BabyOfBirth): boolean {
  if (one.birthOrder !== undefined && other.birthOrder !== undefined && one.birthOrder !== other.birthOrder) {
    return true
  }
  const several = [one, other].some(ofSeveral)
  const numbered = one.nhsNumber !== undefined && other.nhsNumber !== undefined
  return several && numbered && one.nhsNumber !== other.nhsNumber
}

function ofSeveral({ multipleBirth, birthOrder = 1 }: BabyOfBirth): boolean {
  return birthOrder > 1 || (multipleBirth !== undefined && !['one', 'not-known'].includes(multipleBirth))
}
