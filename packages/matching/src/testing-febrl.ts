import { FEBRL_COLUMNS } from './febrl/febrl-record.ts'

/** A sequence of numbers from 0 to 1 that is the same for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export type FebrlPlan = {
  seed: number
  originals: number
  duplicates: number
  /** Of one original. */
  mostDuplicates: number
  mostChangesInField: number
  mostChangesInRecord: number
}

type Field = (typeof FEBRL_COLUMNS)[number]
type Line = Map<Field, string>
type Random = () => number

const below = (random: Random, count: number) => Math.floor(random() * count)
function pick<Value>(random: Random, from: readonly Value[]): Value {
  const found = from[below(random, from.length)]
  if (found === undefined) throw new RangeError('nothing to pick from')
  return found
}
/** Like names in a country: the first of the list by far the most often. */
function pickSkewed(random: Random, from: readonly string[]): string {
  return from[Math.min(from.length - 1, Math.floor(from.length * random() ** 2.2))] ?? ''
}

const STARTS = 'b br c ch cl d f g gr h j k l m mc n p r s sh st t th v w wh'.split(' ')
const VOWELS = 'a e i o u ai ea ie oo ou'.split(' ')
const ENDS = 'l n r s t ck ll nd ng nt rd son ton man ley by worth'.split(' ')

function inventedWords(random: Random, count: number): readonly string[] {
  const words = new Set<string>()
  while (words.size < count) {
    const middle =
      random() < 0.6 ? `${pick(random, VOWELS)}${pick(random, ['l', 'm', 'n', 'r', 'tt', 'ss', 'v'])}` : ''
    words.add(`${pick(random, STARTS)}${middle}${pick(random, VOWELS)}${pick(random, ENDS)}`)
  }
  return [...words]
}

const KINDS = ['street', 'place', 'crescent', 'road', 'avenue', 'circuit', 'close']
const HOUSES = [
  'village',
  'retirement vlge',
  'flat',
  'unit',
  'farm',
  'lodge',
  'park',
  'court',
  'caravan park',
]
const STATES = ['nsw', 'vic', 'qld', 'wa', 'sa', 'tas', 'act', 'nt']

/** How often an original lacks a value. */
const LACKING: Partial<Record<Field, number>> = {
  given_name: 0.03,
  surname: 0.01,
  street_number: 0.03,
  address_1: 0.02,
  address_2: 0.09,
  suburb: 0.01,
  state: 0.01,
  date_of_birth: 0.03,
}

function tables(random: Random) {
  const given = inventedWords(random, 500)
  const surnames = inventedWords(random, 2500)
  const streets = inventedWords(random, 2000)
  const suburbs = inventedWords(random, 900)
  const postcodes = Array.from({ length: 1200 }, () => String(800 + below(random, 7200)).padStart(4, '0'))
  const born = () => {
    const day = new Date(Date.UTC(1900, 0, 1) + below(random, 36_500) * 86_400_000)
    return day.toISOString().slice(0, 10).replaceAll('-', '')
  }
  const house = () =>
    random() < 0.5 ? `${pick(random, surnames)} ${pick(random, HOUSES)}` : pick(random, suburbs)
  const values: Record<Field, () => string> = {
    rec_id: () => '',
    given_name: () => pickSkewed(random, given),
    surname: () => pickSkewed(random, surnames),
    street_number: () => String(1 + Math.floor(150 * random() ** 2)),
    address_1: () => `${pickSkewed(random, streets)} ${pickSkewed(random, KINDS)}`,
    address_2: house,
    suburb: () => pickSkewed(random, suburbs),
    postcode: () => pickSkewed(random, postcodes),
    state: () => pickSkewed(random, STATES),
    date_of_birth: born,
    soc_sec_id: () => String(1_000_000 + below(random, 9_000_000)),
  }
  return values
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const FIGURES = '0123456789'
/** Written the one way and read the other, by machine or by ear. */
const MISREAD = [
  ['l', '1'],
  ['o', '0'],
  ['m', 'rn'],
  ['cl', 'd'],
  ['s', '5'],
  ['g', 'q'],
  ['u', 'v'],
  ['h', 'li'],
  ['i', 'j'],
  ['ph', 'f'],
  ['ck', 'k'],
  ['ie', 'y'],
  ['wh', 'w'],
  ['ea', 'ee'],
  ['ou', 'u'],
  ['c', 'k'],
  ['ss', 's'],
  ['ai', 'ay'],
] as const

type Slip = (text: string, random: Random) => string
const slips: readonly Slip[] = [
  // A character too many, too few, another, or two in the wrong order; as often as all the rest.
  ...Array.from({ length: 2 }, (): readonly Slip[] => [
    (text, random) => {
      const at = below(random, text.length + 1)
      return text.slice(0, at) + pick(random, [...(/\d/.test(text) ? FIGURES : LETTERS)]) + text.slice(at)
    },
    (text, random) => {
      const at = below(random, text.length)
      return text.slice(0, at) + text.slice(at + 1)
    },
    (text, random) => {
      const at = below(random, text.length)
      return text.slice(0, at) + pick(random, [...(/\d/.test(text) ? FIGURES : LETTERS)]) + text.slice(at + 1)
    },
    (text, random) => {
      const at = below(random, Math.max(1, text.length - 1))
      return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2)
    },
  ]).flat(),
  (text, random) => {
    const [written, read] = pick(random, MISREAD)
    return text.includes(written) ? text.replace(written, read) : text.replace(read, written)
  },
  // Words in another order, run together, or torn apart.
  (text, random) => {
    const words = text.split(' ')
    const at = below(random, Math.max(1, words.length - 1))
    return [...words.slice(0, at), ...words.slice(at, at + 2).toReversed(), ...words.slice(at + 2)].join(' ')
  },
  (text) => text.replace(' ', ''),
  (text, random) => {
    const at = below(random, text.length)
    return /\d/.test(text) ? text : `${text.slice(0, at)} ${text.slice(at)}`
  },
]

const CHANGEABLE: readonly Field[] = [
  'given_name',
  'surname',
  'surname',
  'street_number',
  'address_1',
  'address_1',
  'address_2',
  'address_2',
  'suburb',
  'suburb',
  'postcode',
  'postcode',
  'state',
  'date_of_birth',
  'soc_sec_id',
]
const SWAPPED: Partial<Record<Field, Field>> = {
  given_name: 'surname',
  surname: 'given_name',
  address_1: 'address_2',
  address_2: 'address_1',
  suburb: 'address_2',
}

function corrupted(
  original: Line,
  plan: FebrlPlan,
  values: Record<Field, () => string>,
  random: Random,
): Line {
  const line = new Map(original)
  const changes = 1 + below(random, plan.mostChangesInRecord)
  const perField = new Map<Field, number>()
  for (let made = 0; made < changes; made += 1) {
    const field = pick(random, CHANGEABLE)
    const before = perField.get(field) ?? 0
    if (before >= plan.mostChangesInField) continue
    perField.set(field, before + 1)
    const value = line.get(field) ?? ''
    const kind = random()
    const other = SWAPPED[field]
    if (kind < 0.06) line.set(field, '')
    else if (kind < 0.13) line.set(field, values[field]())
    else if (kind < 0.19 && other !== undefined) {
      line.set(field, line.get(other) ?? '')
      line.set(other, value)
    } else if (value !== '') line.set(field, pick(random, slips)(value, random).replaceAll(',', ' ').trim())
  }
  return line
}

/** A file of the FEBRL layout, invented: originals, and duplicates of some of them with all that goes wrong in typing. */
export function inventedFebrl(plan: FebrlPlan): string {
  const random = chance(plan.seed)
  const values = tables(random)
  const lines: Line[] = []
  const originals = Array.from({ length: plan.originals }, (_, at) => {
    const line: Line = new Map(
      FEBRL_COLUMNS.map((field) => [field, random() < (LACKING[field] ?? 0) ? '' : values[field]()]),
    )
    return line.set('rec_id', `rec-${at}-org`)
  })
  lines.push(...originals)
  const given = new Map<number, number>()
  for (let made = 0; made < plan.duplicates; ) {
    const at = below(random, originals.length)
    const wanted = Math.min(1 + Math.floor(plan.mostDuplicates * random() ** 1.5), plan.duplicates - made)
    const original = originals[at]
    if (given.has(at) || original === undefined) {
      if (given.size >= originals.length) break
      continue
    }
    given.set(at, wanted)
    for (let number = 0; number < wanted; number += 1) {
      lines.push(corrupted(original, plan, values, random).set('rec_id', `rec-${at}-dup-${number}`))
      made += 1
    }
  }
  const shuffled = lines
    .map((line) => ({ line, order: random() }))
    .toSorted((one, other) => one.order - other.order)
    .map(({ line }) => FEBRL_COLUMNS.map((field) => line.get(field) ?? '').join(', '))
  return [FEBRL_COLUMNS.join(', '), ...shuffled, ''].join('\n')
}
