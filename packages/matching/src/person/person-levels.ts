import { nhsCheckDigit } from '@cdop/domain'
import { editDistance } from '../text/edit-distance.ts'
import { dateLevel, type Wording, wordingLevel } from '../text/likeness.ts'
import type { PersonAspect } from './likelihoods.ts'
import type { PreparedPerson } from './prepared-person.ts'

/** The level two children reach in each aspect that both say something of. */
export type PersonLevels = {
  readonly reached: Readonly<Partial<Record<PersonAspect, number>>>
  /** Given and family names stand the other way round. */
  readonly swapped: boolean
}

const valid = (number: string) =>
  number.length === 10 && nhsCheckDigit(number.slice(0, 9)) === Number(number[9])

/** Two valid numbers are the same or of two people; where one is not valid, slips of typing are likely. */
function numberLevel(one: string, other: string): number {
  if (one === other) return 0
  if (valid(one) && valid(other)) return 3
  return Math.min(editDistance(one, other, 2), 3)
}

const motherLevel = (one: string, other: string) => Math.min(numberLevel(one, other), 2)

/** A shared whole name among several makes names alike: "Marigold" and "Marigold Anneka". */
function nameLevel(one: Wording, other: Wording): number {
  const level = wordingLevel(one, other)
  const shared = one.words.some((word) => word.length > 2 && other.words.includes(word))
  return shared ? Math.min(level, 1) : level
}

function nameLevels(one: PreparedPerson, other: PreparedPerson) {
  const family = nameLevel(one.family, other.family)
  if (one.given === null || other.given === null) {
    return { family: alsoKnown(family, one.family, other.family, one, other), swapped: false }
  }
  const given = nameLevel(one.given, other.given)
  const crossed = [nameLevel(one.family, other.given), nameLevel(one.given, other.family)] as const
  const swapped = Math.max(...crossed) <= 1 && family + given > crossed[0] + crossed[1]
  // Known the wrong way round, they agree a little less surely than in their places.
  if (swapped) return { family: Math.max(1, crossed[0]), given: Math.max(1, crossed[1]), swapped }
  return {
    family: alsoKnown(family, one.family, other.family, one, other),
    given: alsoKnown(given, one.given, other.given, one, other),
    swapped,
  }
}

/** A name that is among the other record's other names agrees almost as well as the name itself. */
function alsoKnown(
  level: number,
  mine: Wording,
  theirs: Wording,
  one: PreparedPerson,
  other: PreparedPerson,
): number {
  const among = (name: Wording, others: readonly string[]) => name.words.some((word) => others.includes(word))
  return among(mine, other.alsoKnownAs) || among(theirs, one.alsoKnownAs) ? Math.min(level, 1) : level
}

/** Two houses of one street, or two flats of one house, are two addresses, however alike they are written. */
function addressLevel(one: Wording, other: Wording): number {
  const level = wordingLevel(one, other)
  const numbers = [one, other].map(({ words }) => words.filter((word) => /\d/.test(word)))
  const [mine = [], theirs = []] = numbers
  // A number left out is no other house: "Flat 3, 12 Mill Lane" and "12 Mill Lane".
  const within = (some: readonly string[], all: readonly string[]) => some.every((one) => all.includes(one))
  const sameHouse = within(mine, theirs) || within(theirs, mine)
  return sameHouse ? level : Math.max(level, 3)
}

const plain = (date: string) => date.replaceAll('-', '')
const datesLevel = (one: string, other: string) => dateLevel(plain(one), plain(other))

function timeLevel(one: number, other: number): number {
  const apart = Math.abs(one - other)
  if (apart <= 1) return 0
  return apart <= 120 ? 1 : 2
}

function weightLevel(one: number, other: number): number {
  const apart = Math.abs(one - other)
  if (apart <= 10) return 0
  return apart <= 50 ? 1 : 2
}

/** Of several homes the most alike pair counts. */
function postcodeLevel(ones: readonly string[], others: readonly string[]): number {
  const slips = ones.flatMap((one) => others.map((other) => editDistance(one, other, 1)))
  return Math.min(...slips, 2)
}

function both<Value>(one: Value | null, other: Value | null, level: (one: Value, other: Value) => number) {
  return one === null || other === null ? undefined : level(one, other)
}

const known = (sex: PreparedPerson['sex']) => (sex === 'male' || sex === 'female' ? sex : null)
const sameness = (one: unknown, other: unknown) => (one === other ? 0 : 1)

/** Compares two children aspect by aspect; the same whichever comes first. */
export function levelsBetween(one: PreparedPerson, other: PreparedPerson): PersonLevels {
  const { swapped, ...names } = nameLevels(one, other)
  const postcodes = one.postcodes.length > 0 && other.postcodes.length > 0
  const levels: Record<PersonAspect, number | undefined> = {
    given: undefined,
    ...names,
    nhsNumber: both(one.nhsNumber, other.nhsNumber, numberLevel),
    mother: both(one.motherNhsNumber, other.motherNhsNumber, motherLevel),
    born: both(one.born, other.born, datesLevel),
    birthTime: both(one.minuteOfBirth, other.minuteOfBirth, timeLevel),
    died: both(one.died, other.died, datesLevel),
    sex: both(known(one.sex), known(other.sex), sameness),
    address: both(one.address, other.address, addressLevel),
    postcode: postcodes ? postcodeLevel(one.postcodes, other.postcodes) : undefined,
    birthOrder: both(one.birthOrder, other.birthOrder, sameness),
    birthWeight: both(one.birthWeightGrams, other.birthWeightGrams, weightLevel),
  }
  const reached = Object.fromEntries(Object.entries(levels).filter(([, level]) => level !== undefined))
  return { reached, swapped }
}
