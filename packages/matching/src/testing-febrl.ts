import { FEBRL_COLUMNS } from './febrl/febrl-record.ts'
import { below, chance, pick, pickSkewed, type Random } from './testing-chance.ts'
import { corrupted, type Field, type Line, type Wrongness } from './testing-slips.ts'

export type FebrlPlan = Wrongness & {
  seed: number
  originals: number
  duplicates: number
  /** Of one original. */
  mostDuplicates: number
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
