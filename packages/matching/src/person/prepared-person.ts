import type { Sex } from '@cdop/domain'
import { folded } from '../text/fold.ts'
import { type Wording, wording } from '../text/likeness.ts'
import type { MatchPerson } from './match-person.ts'

/** A child prepared once for many comparisons. */
export type PreparedPerson = {
  readonly family: Wording
  readonly given: Wording | null
  /** Words of other names. */
  readonly alsoKnownAs: readonly string[]
  readonly nhsNumber: string | null
  readonly motherNhsNumber: string | null
  readonly born: string | null
  readonly minuteOfBirth: number | null
  readonly died: string | null
  readonly sex: Sex
  readonly address: Wording | null
  readonly postcodes: readonly string[]
  /** Known to be one of several of one pregnancy, or to be the only one. */
  readonly ofSeveral: boolean
  readonly onlyOne: boolean
  readonly birthOrder: number | null
  readonly birthWeightGrams: number | null
}

/** Written in place of a name that was never given. */
const PLACEHOLDER = new Set(
  'baby infant newborn boy girl male female twin twins triplet triplets not yet named unnamed unknown known of nk tbc'.split(
    ' ',
  ),
)
const ORDER: ReadonlyMap<string, number> = new Map(
  [
    ['one', '1', 'i', 'a', 'first'],
    ['two', '2', 'ii', 'b', 'second'],
    ['three', '3', 'iii', 'c', 'third'],
    ['four', '4', 'iv', 'd', 'fourth'],
  ].flatMap((words, at) => words.map((word) => [word, at + 1] as const)),
)

/** "Twin Two", "Baby", "not yet named" say no name, but may say which baby of several it was. */
function readGiven(
  givenNames: string | null,
  family: Wording,
): { given: Wording | null; birthOrder: number | null; ofSeveral: boolean } {
  const words = folded(givenNames ?? '')
    .split(' ')
    .filter((word) => word !== '')
  const said = (word: string) => PLACEHOLDER.has(word) || ORDER.has(word) || family.words.includes(word)
  const stands = words.length === 0 || (words.some((word) => PLACEHOLDER.has(word)) && words.every(said))
  if (!stands) return { given: wording(words.join(' ')), birthOrder: null, ofSeveral: false }
  const birthOrder = words.map((word) => ORDER.get(word)).find((order) => order !== undefined) ?? null
  const ofSeveral = birthOrder !== null || words.some((word) => /^(twin|triplet)s?$/.test(word))
  return { given: null, birthOrder, ofSeveral }
}

/** "Not yet named" in the place of the family name: the names stand the other way round. */
function theRightWayRound({
  familyName,
  givenNames,
}: MatchPerson): Pick<MatchPerson, 'familyName' | 'givenNames'> {
  const words = folded(familyName).split(' ')
  const stands = words.every((word) => PLACEHOLDER.has(word) || ORDER.has(word))
  if (!stands || givenNames === null || givenNames.trim() === '') return { familyName, givenNames }
  return { familyName: givenNames, givenNames: familyName }
}

/** Postcodes the NHS writes for no fixed abode, not known or abroad: sharing one says nothing. */
const NOWHERE = /^zz99/

const figures = (number: string | null) => {
  const digits = (number ?? '').replace(/\D/g, '')
  return digits === '' ? null : digits
}

function minuteOf(time: string | null): number | null {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(time ?? '') ?? []
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes)
}

const closedUp = (text: string) => folded(text).replaceAll(' ', '')

/** A child as it is compared: names folded, placeholders taken for what they are, numbers closed up. */
export function prepared(person: MatchPerson): PreparedPerson {
  const { familyName, givenNames } = theRightWayRound(person)
  const family = wording(folded(familyName))
  const named = readGiven(givenNames, family)
  const birthOrder = person.birthOrder ?? named.birthOrder
  const address = folded(person.address ?? '')
  return {
    family,
    given: named.given,
    alsoKnownAs: folded(person.alsoKnownAs ?? '')
      .split(' ')
      .filter((word) => word.length > 1 && !PLACEHOLDER.has(word)),
    nhsNumber: figures(person.nhsNumber),
    motherNhsNumber: figures(person.motherNhsNumber),
    born: person.dateOfBirth,
    minuteOfBirth: minuteOf(person.timeOfBirth),
    died: person.dateOfDeath,
    sex: person.sex,
    address: address === '' ? null : wording(address, false),
    postcodes: person.postcodes
      .map(closedUp)
      .filter((postcode) => postcode !== '' && !NOWHERE.test(postcode)),
    ofSeveral: (person.ofSeveral ?? named.ofSeveral) || (birthOrder ?? 1) > 1,
    onlyOne: person.ofSeveral === false && (birthOrder ?? 1) === 1,
    birthOrder,
    birthWeightGrams: person.birthWeightGrams,
  }
}
