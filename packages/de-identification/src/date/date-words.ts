/** Months by every usual writing. */
export const MONTH_NUMBERS: ReadonlyMap<string, number> = new Map(
  `january jan|february feb febuary|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec`
    .split('|')
    .flatMap((names, at) => names.split(' ').map((name): [string, number] => [name, at + 1])),
)

export const MONTH_NAMES =
  'January February March April May June July August September October November December'.split(' ')
export const WEEKDAY_NAMES = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

const UNITS = 'zero one two three four five six seven eight nine'.split(' ')
const FIRSTS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  )
const CARDINALS =
  'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(' ')

/** Days of the month in words, "fourteenth" and "fourteen", pieces joined by one space. */
export const DAY_WORDS: ReadonlyMap<string, number> = new Map([
  ...FIRSTS.slice(1).map((word, at): [string, number] => [word, at + 1]),
  ...UNITS.slice(1).map((word, at): [string, number] => [word, at + 1]),
  ...CARDINALS.map((word, at): [string, number] => [word, at + 10]),
  ...FIRSTS.slice(1, 10).map((word, at): [string, number] => [`twenty ${word}`, at + 21]),
  ...UNITS.slice(1).map((word, at): [string, number] => [`twenty ${word}`, at + 21]),
  ['thirtieth', 30],
  ['thirty', 30],
  ['thirty first', 31],
  ['thirty one', 31],
])

/** A digit said in words. */
export const DIGIT_WORDS: ReadonlyMap<string, string> = new Map([
  ...UNITS.map((word, at): [string, string] => [word, String(at)]),
  ['oh', '0'],
  ['nought', '0'],
  ['nil', '0'],
])
