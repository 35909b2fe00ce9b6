import { below, pick, type Random } from './chance.ts'
import type { InventedCase, InventedPerson } from './invented-case.ts'
import { ABOUT_CODES, ABOUT_DATES, ABOUT_HOMES, ABOUT_PEOPLE, ABOUT_PLACES } from './prose.ts'
import * as slip from './writing-slips.ts'

/** One way in which an identifier stands in a text: what says who it is stands between « and ». */
export type Hiding = {
  readonly name: string
  readonly sentences: readonly string[]
  /** Null where this case has nothing that could be hidden so. */
  readonly hide: (one: InventedCase, random: Random) => string | null
}

const anyone = (one: InventedCase, random: Random): InventedPerson =>
  random() < 0.45 ? one.child : pick(random, [...one.relatives, ...one.staff])
const full = (person: InventedPerson) => `${person.given.name} ${person.family}`
const aName = (one: InventedCase, random: Random) => {
  const person = anyone(one, random)
  return random() < 0.6 ? person.given.name : person.family
}
const marked = (text: string) => `«${text}»`
/** A name of at least so many letters. */
function longName(one: InventedCase, random: Random, least: number): string | null {
  for (let turn = 0; turn < 12; turn += 1) {
    const name = aName(one, random)
    if (/^\p{L}+$/u.test(name) && name.length >= least) return name
  }
  return null
}
const people = (name: string, hide: Hiding['hide']): Hiding => ({ name, sentences: ABOUT_PEOPLE, hide })

export const HIDINGS: readonly Hiding[] = [
  people('full name', (one, random) => marked(full(anyone(one, random)))),
  people('given name alone', (one, random) => marked(anyone(one, random).given.name)),
  people('family name alone', (one, random) => marked(anyone(one, random).family)),
  people('family name first', (one, random) => {
    const { given, family } = anyone(one, random)
    return marked(`${pick(random, [family.toUpperCase(), family])}, ${given.name}`)
  }),
  people('capitals or small letters', (one, random) => {
    const text = full(anyone(one, random))
    return marked(random() < 0.5 ? text.toUpperCase() : text.toLowerCase())
  }),
  people('nickname on record', (one, random) => {
    const called = [one.child, ...one.relatives].flatMap(({ recorded }) => recorded)
    return called.length === 0 ? null : marked(pick(random, called))
  }),
  people('short form', (one, random) => {
    const short = [one.child, ...one.relatives].flatMap(({ given }) => given.short)
    return short.length === 0 ? null : marked(pick(random, short))
  }),
  people('initials', (one, random) => {
    const { given, family } = one.child
    const [first = '', last = ''] = [given.name[0], family.split('-').at(-1)?.[0]]
    return marked(
      pick(random, [
        `${first}${last}`,
        `${first}.${last}.`,
        `${first}. ${last}.`,
        `${first} ${last}`,
        `${first}. ${family}`,
      ]),
    )
  }),
  people('one slip', (one, random) => {
    const name = longName(one, random, 5)
    return name === null ? null : marked(slip.once(name, random))
  }),
  people('two slips', (one, random) => {
    const name = longName(one, random, 8)
    return name === null ? null : marked(slip.once(slip.once(name, random), random))
  }),
  people('as it sounds', (one, random) => {
    const name = longName(one, random, 5)
    const heard = name === null ? null : slip.heard(name, random)
    return heard === null || heard === name ? null : marked(heard)
  }),
  people('hyphens, apostrophes, accents', (one, random) => {
    const { given, family } = anyone(one, random)
    return marked(slip.joinedOtherwise(`${given.name} ${family}`, random))
  }),
  people('possessive', (one, random) => {
    const name = aName(one, random)
    return pick(random, [`«${name}»'s`, `«${name}»’s`, `«${name}»s`])
  }),
  people('look-alike letters', (one, random) => marked(slip.lookAlike(aName(one, random), random))),
  people('unseen characters', (one, random) => marked(slip.withUnseen(aName(one, random), random))),
  people('broken up', (one, random) => {
    const name = longName(one, random, 5)
    return name === null ? null : marked(slip.broken(name, random))
  }),
  people('inside a compound', (one, random) => {
    const name = longName(one, random, 4)
    if (name === null) return null
    return pick(random, [
      `«${name}»'s-mum`,
      `«${name}»sMum`,
      `baby«${name}»`,
      `«${name}»/mum`,
      `«${name}»-and-mum`,
      `mum-of-«${name}»`,
      `ex-«${name}»`,
      `#«${name}»`,
    ])
  }),
  {
    name: 'NHS number spaced or split',
    sentences: ABOUT_CODES,
    hide: (one, random) =>
      `NHS number ${marked(slip.spacedNumber(pick(random, one.known.nhsNumbers), random))}`,
  },
  {
    name: 'number in words',
    sentences: ABOUT_CODES,
    hide: (one, random) =>
      marked(slip.inWords(pick(random, [...one.known.nhsNumbers, ...one.known.phones]), random)),
  },
  {
    name: 'date in any form',
    sentences: ABOUT_DATES,
    hide: (one, random) => slip.writtenDate(ownDate(one, random), random),
  },
  {
    name: 'part of a date',
    sentences: ABOUT_DATES,
    hide: (one, random) => slip.partOfDate(ownDate(one, random), random),
  },
  {
    name: 'address or postcode',
    sentences: ABOUT_HOMES,
    hide: (one, random) => slip.writtenHome(one.number, one.street, one.postcode, random),
  },
  {
    name: 'telephone or e-mail',
    sentences: ABOUT_CODES,
    hide: (one, random) => {
      const [email = ''] = one.known.emails
      return random() < 0.6
        ? marked(slip.writtenPhone(pick(random, one.known.phones), random))
        : slip.writtenEmail(email, random)
    },
  },
  {
    name: 'institution',
    sentences: ABOUT_PLACES,
    hide: (one, random) => slip.writtenPlace(pick(random, [one.hospital, one.school]), random),
  },
  people('professional', (one, random) => {
    const at = below(random, one.staff.length)
    const { given, family } = one.staff[at] ?? one.child
    const [badge] = one.known.staff[2]?.numbers ?? []
    return pick(random, [
      `Dr «${family}»`,
      `Nurse «${given.name}»`,
      `Dr «${given.name[0]}. ${family}»`,
      `dr «${family.toLowerCase()}»`,
      `PC «${badge}»`,
      `Sister «${family}»`,
    ])
  }),
]

function ownDate(one: InventedCase, random: Random): string {
  const { birth, death, others } = one.known.dates
  return pick(
    random,
    [birth, death, ...others].filter((date) => date !== null),
  )
}
