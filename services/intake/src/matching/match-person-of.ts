import type { NotificationContent } from '@cdop/domain'
import type { MatchPerson } from '@cdop/matching'

/** What a notified child is compared by. */
export function matchPersonOf({ child, death }: NotificationContent): MatchPerson {
  const { multipleBirth } = child
  return {
    familyName: child.familyName,
    givenNames: child.givenNames ?? null,
    alsoKnownAs: child.alsoKnownAs ?? null,
    nhsNumber: child.nhsNumber ?? null,
    motherNhsNumber: child.motherNhsNumber ?? null,
    dateOfBirth: child.dateOfBirth,
    timeOfBirth: child.timeOfBirth ?? null,
    dateOfDeath: death.dateOfDeath,
    sex: child.sex,
    address: child.address ?? null,
    postcodes: [child.postcode, child.alternativePostcode].filter((postcode) => postcode !== undefined),
    ofSeveral: multipleBirth === undefined || multipleBirth === 'not-known' ? null : multipleBirth !== 'one',
    birthOrder: child.birthOrder ?? null,
    birthWeightGrams: child.birthWeightGrams ?? null,
  }
}
