import { soundOf } from '../text/sounds.ts'
import type { MatchPerson } from './match-person.ts'
import { type PreparedPerson, prepared } from './prepared-person.ts'

/** What a person is found by may be at most so many (the database asks no more). */
const MOST = 8

/** Little words before a name that say nothing by themselves. */
const PARTICLES = new Set('al ap bin bint da de del der di du el ibn la le mac mc o st van von'.split(' '))

/** How the words of a name sound, particles left out where anything else is left. */
function soundsIn(words: readonly string[]): readonly string[] {
  const telling = words.filter((word) => !PARTICLES.has(word))
  return [...new Set((telling.length > 0 ? telling : words).map(soundOf))]
}

function allKeysOf(child: PreparedPerson): readonly (string | null)[] {
  const { born, died, sex } = child
  const both = (one: string | null | undefined, other: string | null | undefined, kind: string) =>
    one === null || one === undefined || other === null || other === undefined
      ? null
      : `${kind}|${one}|${other}`
  const [family, ...otherFamily] = soundsIn(child.family.words)
  const [given] = soundsIn(child.given?.words ?? [])
  const year = born?.slice(0, 4)
  const spare = [...otherFamily, ...soundsIn(child.alsoKnownAs)]
  return [
    child.nhsNumber === null ? null : `nhs-number|${child.nhsNumber}`,
    both(child.motherNhsNumber, born, 'mother-and-birth'),
    both(born, sex, 'birth-and-sex'),
    both(born, died, 'birth-and-death'),
    both(family, year, 'family-name-and-birth-year'),
    // One kind of key for both names, so that they may stand the other way round.
    both(family, died, 'name-and-death'),
    both(given, died, 'name-and-death'),
    both(child.postcodes[0], year, 'postcode-and-birth-year'),
    // What room is left goes to the second part of a name, to other names and to a second home.
    ...spare.map((sound) => both(sound, year, 'family-name-and-birth-year')),
    ...spare.map((sound) => both(sound, died, 'name-and-death')),
    both(child.postcodes[1], year, 'postcode-and-birth-year'),
  ]
}

/**
 * The values, at most eight, of which two records of one child share at least one unless nearly everything about it was
 * mistyped. Identifying: only keyed hashes of them are stored.
 */
export function matchKeysOf(person: MatchPerson): readonly string[] {
  const keys = allKeysOf(prepared(person)).filter((key) => key !== null)
  return [...new Set(keys)].slice(0, MOST)
}

/** The values by which a child is looked for by name or number. Identifying: only keyed hashes of them are stored. */
export function searchKeysOf(person: MatchPerson): readonly string[] {
  const child = prepared(person)
  const names = [...child.family.words, ...(child.given?.words ?? []), ...child.alsoKnownAs]
  return [
    ...(child.nhsNumber === null ? [] : [numberSearchKey(child.nhsNumber)]),
    ...new Set(names.filter((word) => word.length > 1).map(nameSearchKey)),
  ]
}

/** @param word one word of a name, as typed or folded */
export function nameSearchKey(word: string): string {
  return `name|${soundOf(word)}`
}

export function numberSearchKey(number: string): string {
  return `nhs-number|${number.replace(/\D/g, '')}`
}
