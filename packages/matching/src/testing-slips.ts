import type { FEBRL_COLUMNS } from './febrl/febrl-record.ts'
import { below, pick, type Random } from './testing-chance.ts'

export type Field = (typeof FEBRL_COLUMNS)[number]
export type Line = Map<Field, string>

/** How much goes wrong in typing one record again. */
export type Wrongness = { mostChangesInField: number; mostChangesInRecord: number }

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

/** A record as somebody typed it again, with what goes wrong. */
export function corrupted(
  original: Line,
  plan: Wrongness,
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
