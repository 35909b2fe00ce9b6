import { type Comparison, NOT_COMPARED } from '../linkage/comparison.ts'
import {
  DATE_LEVELS,
  dateLevel,
  FIGURES_LEVELS,
  figuresLevel,
  WORDING_LEVELS,
  type Wording,
  wordingLevel,
} from '../text/likeness.ts'
import type { FebrlRecord } from './febrl-record.ts'

const SWAP_LEVELS = ['in order', 'swapped'] as const

function words(one: Wording, other: Wording): number {
  return one.text === '' || other.text === '' ? NOT_COMPARED : wordingLevel(one, other)
}
function figures(one: string, other: string): number {
  return one === '' || other === '' ? NOT_COMPARED : figuresLevel(one, other)
}

/** The least alike two compared texts can be; a missing one is worth a little more. */
const AWAY = WORDING_LEVELS.length - 1
const distance = (level: number) => (level === NOT_COMPARED ? AWAY - 1 : level)

/** Two columns that may have been filled in the wrong way round: whichever way round is the more alike. */
function eitherWay(one: readonly [Wording, Wording], other: readonly [Wording, Wording]): readonly number[] {
  const straight = [words(one[0], other[0]), words(one[1], other[1])] as const
  const [first, second] = straight
  if (first === 0 || second === 0)
    return [first, second, first === NOT_COMPARED || second === NOT_COMPARED ? NOT_COMPARED : 0]
  const [crossed, back] = [words(one[0], other[1]), words(one[1], other[0])]
  const gained = distance(first) + distance(second) - distance(crossed) - distance(back)
  return gained > 0 ? [crossed, back, 1] : [first, second, 0]
}

/** Each word of a text, the whole closed up, and how it sounds. */
function cluesIn(kind: string, { words: parts, sounds, closed }: Wording): readonly string[] {
  if (closed === '') return []
  const single = parts.filter((word) => word.length >= 3).map((word) => `${kind}=${word}`)
  return [...single, `${kind}=${closed}`, ...sounds.slice(0, 1).map((sound) => `${kind}~${sound}`)]
}

/** A number, and with each of its digits left out: two numbers one slip apart share one of these. */
function cluesInFigures(kind: string, digits: string): readonly string[] {
  if (digits.length < 4) return []
  const shortened = [...digits].map((_, at) => `${kind}-${digits.slice(0, at)}${digits.slice(at + 1)}`)
  return [`${kind}=${digits}`, ...shortened]
}

export const febrlComparison: Comparison<FebrlRecord> = {
  aspects: [
    { name: 'given name', levels: WORDING_LEVELS },
    { name: 'surname', levels: WORDING_LEVELS },
    { name: 'names', levels: SWAP_LEVELS },
    { name: 'street number', levels: FIGURES_LEVELS },
    { name: 'address line 1', levels: WORDING_LEVELS },
    { name: 'address line 2', levels: WORDING_LEVELS },
    { name: 'address lines', levels: SWAP_LEVELS },
    { name: 'suburb', levels: WORDING_LEVELS },
    { name: 'postcode', levels: FIGURES_LEVELS },
    { name: 'state', levels: FIGURES_LEVELS },
    { name: 'date of birth', levels: DATE_LEVELS },
    { name: 'insurance number', levels: FIGURES_LEVELS },
  ],
  compare: (one, other) => [
    ...eitherWay([one.given, one.surname], [other.given, other.surname]),
    figures(one.number, other.number),
    ...eitherWay([one.address1, one.address2], [other.address1, other.address2]),
    words(one.suburb, other.suburb),
    figures(one.postcode, other.postcode),
    figures(one.state, other.state),
    one.born === '' || other.born === '' ? NOT_COMPARED : dateLevel(one.born, other.born),
    figures(one.insurance, other.insurance),
  ],
  termsOf: ({ given, surname, address1, address2, suburb, postcode, state, number, born }) =>
    [
      given.text,
      surname.text,
      '',
      number,
      address1.text,
      address2.text,
      '',
      suburb.text,
      postcode,
      state,
      born,
      '',
    ].map((term) => (term === '' ? null : term)),
  cluesOf: (kept) => [
    cluesIn('name', kept.given),
    cluesIn('name', kept.surname),
    cluesIn('street', kept.address1),
    cluesIn('street', kept.address2),
    cluesIn('suburb', kept.suburb),
    kept.number === '' ? [] : [`number=${kept.number}`],
    cluesInFigures('postcode', kept.postcode),
    cluesInFigures('born', kept.born),
    cluesInFigures('insurance', kept.insurance),
  ],
}
