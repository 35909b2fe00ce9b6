import type { RegisteredDeath } from '@cdop/domain'
import { type ChildLikeness, comparePrepared, type MatchPerson, prepared } from '@cdop/matching'
import { CHILDREN } from '../matching/children-known.ts'

/**
 * Whether a registered death and a notified one are one child's, how likely that is, and why: `maybe` is for a person
 * to say.
 */
export type Likeness = {
  readonly is: 'same' | 'maybe' | 'other'
  readonly probability: number
  readonly reasons: ChildLikeness['reasons']
}

/** What a registered child is compared by: a register says less of a birth than a notification does. */
export function matchPersonRegistered(registered: RegisteredDeath): MatchPerson {
  return {
    familyName: registered.familyName,
    givenNames: registered.givenNames,
    alsoKnownAs: null,
    nhsNumber: registered.nhsNumber,
    motherNhsNumber: null,
    dateOfBirth: registered.bornOn,
    timeOfBirth: null,
    dateOfDeath: registered.diedOn,
    sex: registered.sex,
    address: null,
    postcodes: registered.postcode === null ? [] : [registered.postcode],
    ofSeveral: null,
    birthOrder: null,
    birthWeightGrams: null,
  }
}

/** The same number and the same two dates leave nothing to be asked, however a name is written. */
function isCertain({ nhsNumber, dateOfBirth, dateOfDeath }: MatchPerson, other: MatchPerson): boolean {
  return (
    nhsNumber !== null &&
    nhsNumber === other.nhsNumber &&
    dateOfBirth !== null &&
    dateOfBirth === other.dateOfBirth &&
    dateOfDeath === other.dateOfDeath
  )
}

/** What speaks against one child, or leaves a date in doubt: then nobody but a person may say so. */
const DOUBT = /^(different-|similar-(birth|death)-date$|nhs-number-slip$)/

/**
 * Compares by the model notifications are compared by. One child without asking anybody: by number and both dates, or
 * where the model is sure and nothing speaks against it. Babies of one birth are never sure to the model.
 */
export function likeness(registered: RegisteredDeath, notified: MatchPerson): Likeness {
  const person = matchPersonRegistered(registered)
  const { verdict, probabilities, reasons } = comparePrepared(prepared(person), prepared(notified), {
    children: CHILDREN,
  })
  const doubted = reasons.some((reason) => DOUBT.test(reason))
  const same = isCertain(person, notified) || (verdict === 'same' && !doubted)
  return {
    is: same ? 'same' : verdict === 'different' ? 'other' : 'maybe',
    probability: probabilities['same-child'],
    reasons,
  }
}
