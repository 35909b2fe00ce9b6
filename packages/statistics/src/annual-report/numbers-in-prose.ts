import { withoutDates } from './dates-in-prose.ts'

const cardinals =
  'zero nil two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen ' +
  'nineteen twenty thirty forty fifty sixty seventy eighty ninety hundreds? thousands? millions? billions? dozens? scores? twos threes fours ' +
  'fives sixes sevens eights nines tens'
const ordinals =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth ' +
  'seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth'
const parts =
  'half halves thirds quarters? fifths sixths sevenths eighths ninths tenths twice thrice double doubled doubling triple tripled ' +
  'treble trebled quadruple quadrupled halved halving'
const word = `(?:${[cardinals, ordinals, parts].join(' ').split(' ').join('|')})`
/** "twenty-one", "one hundred and five", "a third": "one" counts only beside another number. */
const words = new RegExp(
  `\\b(?:one[\\s-]+(?:and\\s+(?:a\\s+)?)?)?${word}(?:[\\s-]+(?:and\\s+(?:a\\s+)?)?(?:${word}|one))*\\b`,
  'giu',
)
const digits = /\p{N}(?:[\p{L}\p{N}.,/:–-]*[\p{L}\p{N}])?%?/gu

export type NumberFound = Readonly<{ at: number; length: number; written: string }>

/**
 * Every number in a text, in digits of any script or in words: counts, percentages, fractions, ordinals. Years and dates are
 * told apart by the rule of `withoutDates`. "One" alone is a small-number word and held, not counted here.
 */
export function numbersIn(text: string): NumberFound[] {
  const undated = withoutDates(text)
  return [...undated.matchAll(digits), ...undated.matchAll(words)]
    .map(({ 0: written, index: at }) => ({ at, length: written.length, written }))
    .sort((one, other) => one.at - other.at)
}
