import { addDays, nhsCheckDigit, PlainDate } from '@cdop/domain'
import type { MatchPerson } from './person/match-person.ts'
import { chance } from './testing-chance.ts'

/** Where chance decides: the same seed gives the same children. */
export type Random = () => number

const below = (random: Random, count: number) => Math.floor(random() * count)
export function pick<Value>(random: Random, from: readonly Value[]): Value {
  const found = from[below(random, from.length)]
  if (found === undefined) throw new RangeError('nothing to pick from')
  return found
}

const FAMILIES =
  'Ashdown Barraclough Chaudhry Dunmore Eastwick Fairweather Gill Hussain Ivanova Jones Khan Lewandowska Mensah Nowak O’Brien Patel Quill Robertson Smith Taylor Umar Vaughan Williams Young Smith-Jones'.split(
    ' ',
  )
const GIVEN =
  'Aisha Alfie Amelia Arjun Bethan Callum Carys Dylan Ella Emma Farah Freya George Hassan Imogen Iwan Jakub Kezia Leila Lily Maryam Mia Nia Noah Oscar Priya Rhys Samuel Theo Tomos Zainab'.split(
    ' ',
  )
const ROADS = [
  'Mill Lane',
  'Station Road',
  'Invented Crescent',
  'Nowhere Garth',
  'High Street',
  'Orchard Close',
]

/** A valid number of the range that is never issued, from seven digits. */
export function testNumber(seven: number): string {
  for (let next = seven; ; next += 1) {
    const nine = `999${String(next % 1_000_000).padStart(6, '0')}`
    const check = nhsCheckDigit(nine)
    if (check !== null) return `${nine}${check}`
  }
}

const later = (date: string, days: number) => addDays(PlainDate.parse(date), days)

function postcode(random: Random): string {
  const letters = () => pick(random, [...'ABDEFGHJLNPQRSTUWXYZ'])
  return `${pick(random, ['LS', 'BD', 'WF', 'HX', 'HD'])}${1 + below(random, 20)} ${below(random, 10)}${letters()}${letters()}`
}

/** A child of nobody in particular, everything known. */
export function inventedChild(random: Random): MatchPerson {
  const born = addDays(PlainDate.parse('2016-01-01'), below(random, 3600))
  const infant = random() < 0.6
  return {
    familyName: pick(random, FAMILIES),
    givenNames: `${pick(random, GIVEN)}${random() < 0.3 ? ` ${pick(random, GIVEN)}` : ''}`,
    alsoKnownAs: null,
    nhsNumber: testNumber(below(random, 900_000)),
    motherNhsNumber: infant && random() < 0.6 ? testNumber(below(random, 900_000)) : null,
    dateOfBirth: born,
    timeOfBirth: infant ? `${String(below(random, 24)).padStart(2, '0')}:${10 + below(random, 50)}` : null,
    dateOfDeath: addDays(born, infant ? below(random, 40) : 40 + below(random, 3000)),
    sex: random() < 0.5 ? 'female' : 'male',
    address: `${1 + below(random, 150)} ${pick(random, ROADS)}`,
    postcodes: [postcode(random)],
    ofSeveral: null,
    birthOrder: null,
    birthWeightGrams: infant ? 500 + below(random, 3500) : null,
  }
}

/** Babies of one pregnancy: all a family shares, and numbers one after another; what tells them apart may be missing. */
export function inventedBirth(random: Random): readonly MatchPerson[] {
  const first = inventedChild(random)
  const count = random() < 0.1 ? 3 : 2
  const numbered = random() < 0.7
  const ordered = random() < 0.7
  const naming = random()
  const start = below(random, 900_000)
  const numbers: string[] = []
  for (let at = start; numbers.length < count; at += 1) {
    const number = testNumber(at)
    if (!numbers.includes(number)) numbers.push(number)
  }
  const names = new Set<string>()
  while (names.size < count) names.add(pick(random, GIVEN))
  const died = later(first.dateOfBirth ?? '2020-01-01', below(random, 5))
  const unnamed = (at: number) =>
    pick(random, [null, 'Baby', 'not yet named', `Twin ${['One', 'Two', 'Three'][at]}`, `Baby ${at + 1}`])
  return numbers.map((number, at) => ({
    ...first,
    givenNames: naming < 0.35 ? unnamed(at) : ([...names][at] ?? null),
    nhsNumber: numbered && random() < 0.9 ? number : null,
    sex: random() < 0.5 ? 'female' : 'male',
    dateOfDeath: random() < 0.5 ? died : later(died, below(random, 30)),
    timeOfBirth: random() < 0.4 ? `${['03:10', '03:24', '03:41'][at]}` : null,
    ofSeveral: random() < 0.6 ? true : null,
    birthOrder: ordered ? at + 1 : null,
    birthWeightGrams: random() < 0.5 ? 700 + below(random, 2000) : null,
  }))
}

function typo(random: Random, text: string): string {
  const at = below(random, Math.max(1, text.length - 1))
  const letter = /\d/.test(text[at] ?? '') ? pick(random, [...'0123456789']) : pick(random, [...'aeinorst'])
  return pick(random, [
    text.slice(0, at) + letter + text.slice(at + 1),
    text.slice(0, at) + text.slice(at + 1),
    text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2),
  ])
}

/** One wrong digit, as a check digit finds it. */
export function wrongDigit(random: Random, number: string): string {
  const at = below(random, number.length)
  const digit = (Number(number[at]) + 1 + below(random, 9)) % 10
  return `${number.slice(0, at)}${digit}${number.slice(at + 1)}`
}

type Slip = (child: MatchPerson, random: Random) => Partial<MatchPerson>
const slips: readonly Slip[] = [
  (child, random) => ({ familyName: typo(random, child.familyName) }),
  (child, random) => ({ givenNames: child.givenNames === null ? null : typo(random, child.givenNames) }),
  (child, random) => ({ nhsNumber: child.nhsNumber === null ? null : wrongDigit(random, child.nhsNumber) }),
  () => ({ nhsNumber: null }),
  () => ({ motherNhsNumber: null }),
  () => ({ address: null }),
  (child, random) => ({ address: typo(random, child.address ?? 'x y') }),
  (child, random) => ({ postcodes: child.postcodes.map((one) => typo(random, one)) }),
  (child) => ({ dateOfBirth: child.dateOfBirth === null ? null : later(child.dateOfBirth, 1) }),
  (child) => ({ dateOfDeath: child.dateOfDeath === null ? null : later(child.dateOfDeath, 1) }),
  () => ({ sex: 'not-known' }),
  (child) =>
    child.givenNames === null ? {} : { familyName: child.givenNames, givenNames: child.familyName },
  () => ({ birthWeightGrams: null, timeOfBirth: null }),
  () => ({ birthOrder: null, ofSeveral: null }),
]

/** The same child notified again by somebody else: some things mistyped or left out. */
export function notifiedAgain(child: MatchPerson, random: Random, wrong = 1 + below(random, 3)): MatchPerson {
  let again = child
  for (let made = 0; made < wrong; made += 1) again = { ...again, ...pick(random, slips)(again, random) }
  return again
}

export { chance }
