import {
  JarTrigger,
  jointAgencyTriggers,
  type NotificationContent,
  type RelatedAdult,
  RelatedRecord,
} from '@cdop/domain'
import { folded, prepared, soundOf } from '@cdop/matching'
import { matchPersonOf } from '../matching/match-person-of.ts'

type Content = Readonly<NotificationContent>

/** Words that stand in place of a name, or before it. */
const NO_NAME = new Set('unknown not known nk tbc mother father mum dad parent carer none'.split(' '))
const TITLES = new Set('mr mrs ms miss mx dr'.split(' '))

const wordsOf = (typed: string) =>
  folded(typed)
    .split(' ')
    .filter((word) => word !== '')

/** How the first and the last word of a name sound; null where no name is said. */
function soundOfName(typed: string): string | null {
  const words = wordsOf(typed).filter((word) => !TITLES.has(word))
  const [first, last] = [words[0], words.at(-1)]
  if (first === undefined || last === undefined || words.some((word) => NO_NAME.has(word))) return null
  return words.length === 1 ? soundOf(first) : `${soundOf(first)} ${soundOf(last)}`
}

/** An authority is parent to many children who have nothing else in common. */
function adultIs(relationship: string): RelatedAdult['is'] | null {
  switch (relationship) {
    case 'mother':
      return 'mother'
    case 'father':
    case 'step-parent':
    case 'adoptive-parent':
      return 'parent'
    case 'foster-carer':
    case 'special-guardian':
    case 'grandparent':
      return 'carer'
    default:
      return null
  }
}

function adultsOf({ parents }: Content): RelatedAdult[] {
  return parents.flatMap(({ name, relationship, dateOfBirth }) => {
    const [sound, is] = [soundOfName(name), adultIs(relationship)]
    return sound === null || is === null ? [] : [{ name: sound, dateOfBirth: dateOfBirth ?? null, is }]
  })
}

/** A child named as one of the household, by first name and date of birth. */
function childrenOf({ household }: Content): RelatedRecord['children'] {
  const siblings: readonly (string | undefined)[] = ['sibling', 'half-sibling', 'step-sibling', 'twin']
  return household.children.flatMap(({ name, dateOfBirth, relationship }) => {
    const [first] = wordsOf(name)
    if (first === undefined || NO_NAME.has(first) || !dateOfBirth) return []
    return [{ name: soundOf(first), dateOfBirth, sibling: siblings.includes(relationship) }]
  })
}

/** A full postcode of England somewhere in an address, closed up. */
const POSTCODE = /\b([a-z]{1,2}\d[a-z\d]?)\s*(\d[a-z]{2})\b/i

/**
 * A home by its postcode and the numbers of house and flat, in whatever order they were written; by its first line
 * where it has no number. Null without a postcode: a street name alone is shared by too many.
 */
function homeOf(address: string | undefined, postcode: string | undefined): string | null {
  if (address === undefined || postcode === undefined) return null
  const [firstLine = ''] = address.split(/[\n,]/)
  const words = wordsOf(address.replace(POSTCODE, ' '))
  const numbers = words.filter((word) => /^\d+[a-z]?$/.test(word)).sort()
  const house = numbers.length > 0 ? [...new Set(numbers)].join('-') : wordsOf(firstLine).join('')
  return house === '' ? null : `${postcode}|${house}`
}

function homesOf({ child, parents }: Content, postcodes: readonly string[]): string[] {
  const closedUp = wordsOf(child.postcode ?? '').join('')
  const own = homeOf(
    child.address,
    postcodes.find((postcode) => postcode === closedUp),
  )
  const theirs = parents.map(({ address }) => {
    const [, outward, inward] = POSTCODE.exec(address ?? '') ?? []
    return homeOf(address, outward === undefined ? undefined : `${outward}${inward}`.toLowerCase())
  })
  return [...new Set([own, ...theirs])].filter((home) => home !== null)
}

/** Where so many die that the place says nothing by itself. */
const HOSPITALS = new Set([
  'emergency-department',
  'paediatric-ward',
  'neonatal-unit',
  'intensive-care-unit',
  'delivery-suite',
  'operating-theatre',
  'other-hospital',
  'hospice',
  'not-known',
])

function placesOf({ death }: Content, homes: readonly string[]): RelatedRecord['places'] {
  const { placeOfDeath, placeOfDeathName, placeOfFatalEvent } = death
  const atHome = placeOfDeath === 'home' || placeOfFatalEvent === 'home'
  const name = placeOfDeath === 'home' ? [] : wordsOf(placeOfDeathName ?? '')
  return [
    ...(atHome ? homes.map((place) => ({ place, kind: 'home' as const })) : []),
    ...(name.length > 0
      ? [
          {
            place: name.join(' '),
            kind: HOSPITALS.has(placeOfDeath) ? ('hospital' as const) : ('elsewhere' as const),
          },
        ]
      : []),
  ]
}

/** What a notified child is compared by with other children who died. */
export function relatedRecordOf(content: Content): RelatedRecord {
  const child = prepared(matchPersonOf(content))
  const homes = homesOf(content, child.postcodes)
  const called = jointAgencyTriggers(content)
  const [family] = child.family.words
  const [given] = child.given?.words ?? []
  return RelatedRecord.parse({
    nhsNumber: child.nhsNumber,
    motherNhsNumber: child.motherNhsNumber,
    familyName: family === undefined ? null : soundOf(family),
    givenName: given === undefined ? null : soundOf(given),
    sex: child.sex,
    dateOfBirth: child.born,
    dateOfDeath: child.died,
    ofSeveral: child.ofSeveral ? true : child.onlyOne ? false : null,
    birthOrder: child.birthOrder,
    adults: adultsOf(content),
    children: childrenOf(content),
    homes,
    neighbourhoods: [...new Set(child.postcodes.map((postcode) => postcode.slice(0, -2)))],
    schools: content.agencies.flatMap(({ kind, name }) =>
      kind === 'school' && name !== undefined ? [wordsOf(name).join(' ')] : [],
    ),
    places: placesOf(content, homes),
    kindsOfDeath: JarTrigger.options.filter((trigger) => called.includes(trigger)),
  })
}
