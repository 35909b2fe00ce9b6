import type { Candidate, FindingReason } from '../finding.ts'
import { type Reading, spanOf } from '../reading/read-text.ts'
import { dateOf, dateWording, type OwnDates, ownDateSaid, ownDatesOf, type Said } from './date-wording.ts'
import { DAY_WORDS, MONTH_NUMBERS, WEEKDAY_NAMES } from './date-words.ts'

const MONTH = [...MONTH_NUMBERS.keys()].toSorted((a, b) => b.length - a.length).join('|')
const WORDS = [...DAY_WORDS.keys()]
  .toSorted((a, b) => b.length - a.length)
  .map((word) => word.replace(' ', '[ -]'))
  .join('|')
const WEEKDAY = '(?:sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?'
const DAY = '(?:0?[1-9]|[12]\\d|3[01])'
const BEFORE = '(?<![a-z\\d])'
const AFTER = '(?![a-z\\d])'
const SPACE = '[ \\n]{0,2}'
const YEAR =
  "(?:[ \\n,./-]{0,3}((?:19|20)\\d\\d|'?\\d\\d(?![ \\n]?[:.\\d]|[ \\n]?(?:am|pm|hours|hrs|days|weeks|mins|minutes|mg|ml|st|nd|rd|th)))(?![\\d]))?"
const WORD_YEAR =
  '(?:[ ,\\n]{1,3}two thousand(?: and)?(?:[ -](?:twenty|thirty|ten|one|two|three|four|five|six|seven|eight|nine|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)){0,2}|[ ,\\n]{1,3}twenty[ -]twenty(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)?'
const LEAD = `(?:(${WEEKDAY})[ ,.\\n]{1,3}(?:the )?)?`

type Read = (groups: readonly (string | undefined)[]) => Said

const number = (text: string | undefined) => (text === undefined ? null : Number(text.replace(/\D/g, '')))
const month = (text: string | undefined) => MONTH_NUMBERS.get(text ?? '') ?? null
const dayWord = (text: string | undefined) => DAY_WORDS.get((text ?? '').replace('-', ' ')) ?? null

function weekday(text: string | undefined): string | null {
  return WEEKDAY_NAMES.find((name) => name.toLowerCase().startsWith((text ?? '-').slice(0, 3))) ?? null
}

/** Each way of writing a date, and what its pieces mean. Every repetition is bounded: no text makes them slow. */
const WAYS: readonly { pattern: RegExp; read: Read; when?: 'own'; monthFirst?: true }[] = [
  {
    pattern: new RegExp(
      `(?<![\\d])((?:19|20)\\d\\d)${SPACE}[-/. ]${SPACE}(0?[1-9]|1[0-2])${SPACE}[-/. ]${SPACE}(${DAY})(?!\\d)`,
      'g',
    ),
    read: ([, y, m, d]) => ({ year: number(y), month: number(m), day: number(d), weekday: null }),
  },
  {
    pattern: new RegExp(
      `${LEAD}(?<![\\d/.])(\\d{1,2})${SPACE}[-/.\\\\_]${SPACE}(\\d{1,2})${SPACE}[-/.\\\\_]${SPACE}((?:19|20)?\\d\\d)(?![\\d])`,
      'g',
    ),
    read: ([, w, d, m, y]) => dayFirst(number(d), number(m), number(y), weekday(w)),
  },
  {
    pattern: /(?<![\d/.])(\d{1,2})[ \n]{1,2}(\d{1,2})[ \n]{1,2}((?:19|20)?\d\d)(?![\d])/g,
    read: ([, d, m, y]) => dayFirst(number(d), number(m), number(y), null),
    when: 'own',
  },
  {
    pattern: new RegExp(
      `${LEAD}${BEFORE}(${DAY})${SPACE}(?:st|nd|rd|th)?[ \\n./,-]{0,3}(?:day[ ])?(?:of[ \\n])?(${MONTH})(?![a-z])${YEAR}`,
      'g',
    ),
    read: ([, w, d, m, y]) => ({ day: number(d), month: month(m), year: number(y), weekday: weekday(w) }),
  },
  {
    pattern: new RegExp(
      `${LEAD}${BEFORE}(${MONTH})[. \\n-]{0,3}(?:the )?(${DAY})(?:st|nd|rd|th)?(?![a-z\\d:%]|[ ]?(?:hours|hrs|days|weeks|years|months|minutes|mins|times|mg|ml|am|pm))${YEAR}`,
      'g',
    ),
    read: ([, w, m, d, y]) => ({ day: number(d), month: month(m), year: number(y), weekday: weekday(w) }),
    monthFirst: true,
  },
  {
    pattern: new RegExp(
      `${LEAD}${BEFORE}(${WORDS})[ \\n]{1,2}(?:day )?(?:of[ \\n])?(${MONTH})(?![a-z])(?:${WORD_YEAR}${YEAR})`,
      'g',
    ),
    read: ([, w, d, m, y]) => ({ day: dayWord(d), month: month(m), year: number(y), weekday: weekday(w) }),
  },
  {
    pattern: new RegExp(
      `${LEAD}${BEFORE}(${MONTH})[ \\n]{1,2}(?:the )(${WORDS})${AFTER}(?:${WORD_YEAR}${YEAR})`,
      'g',
    ),
    read: ([, w, m, d, y]) => ({ day: dayWord(d), month: month(m), year: number(y), weekday: weekday(w) }),
  },
]

function dayFirst(day: number | null, monthly: number | null, year: number | null, on: string | null): Said {
  const swapped = (monthly ?? 0) > 12 && (day ?? 0) <= 12
  return { day: swapped ? monthly : day, month: swapped ? day : monthly, year, weekday: on }
}

/** Every date of a text, whoever's: the exact day is withheld, weekday and month stay. */
export function findDates(reading: Reading, dates: OwnDates): readonly Candidate[] {
  const whole = WAYS.flatMap(({ pattern, read, when, monthFirst }) =>
    [...reading.plain.matchAll(pattern)].flatMap((found) => {
      const said = read(found)
      const own = ownDateSaid(said, dates) !== null
      if (when === 'own' && !own) return []
      if (isModal(reading, found.index, found[0], said, monthFirst === true)) return []
      const reason = own ? 'own date' : 'other date'
      return [
        made(reading, found.index, found[0].trimEnd().length, said, dates, {
          own,
          reason,
          certain: true,
          weight: 80,
        }),
      ]
    }),
  )
  return [...whole, ...partialDates(reading, dates), ...compactDates(reading, dates)]
}

/** "Of the 3 may need": "may" and "march" in small letters, with neither year nor ending, are verbs. */
function isModal(reading: Reading, at: number, text: string, said: Said, monthFirst: boolean): boolean {
  const { start, end } = spanOf(reading, at, at + text.length)
  const found = /\b(?:may|mar|march|sep|dec)\b/.exec(reading.written.slice(start, end))
  if (found === null || said.year !== null) return false
  return monthFirst || !/\d(?:st|nd|rd|th)/.test(text)
}

type How = { own: boolean; reason: FindingReason; certain: boolean; weight: number }

function made(
  reading: Reading,
  at: number,
  length: number,
  said: Said,
  dates: OwnDates,
  how: How,
): Candidate {
  return {
    ...spanOf(reading, at, at + length),
    kind: 'date',
    certainty: how.certain ? 'certain' : 'doubtful',
    reason: how.reason,
    own: how.own,
    instead: { type: 'words', words: dateWording(said, dates) },
    weight: how.weight,
  }
}

const ORDINAL = new RegExp(
  `(?:${BEFORE}(${WEEKDAY})[ ,.\\n]{1,3}(?:the )?|${BEFORE}(the|on|of)[ \\n](?:the )?)(?:(${DAY})(?:st|nd|rd|th)|(${[
    ...DAY_WORDS.keys(),
  ]
    .filter((word) => /(st|nd|rd|th)$/.test(word))
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replace(' ', '[ -]'))
    .join('|')}))${AFTER}`,
  'g',
)
const NOT_A_DAY =
  /^[ \n-]{1,2}(?:centile|percentile|week|day|time|birthday|floor|child|baby|pregnancy|attempt|dose|degree|of (?:life|the|her|his|their)|year|grade|month|occasion|admission|visit|call|cycle|hour|one|two|three|review|appointment|shock|stage|rib|trimester|line|set|opinion|half|twin|sibling|person|party|child)/
const PART = new RegExp(
  `(${WEEKDAY}[ ,.]{1,3})?(?<![\\d/.])(${DAY})[/.-](0?[1-9]|1[0-2])(?![\\d/]|[.-]\\d|%)`,
  'g',
)
const DATED = /(?:on|dated|since|dob|d\.o\.b\.?|born|until|died|by|from|date)[ :]{1,2}$/

/** "Saturday 14th", "the fourteenth", "14/11": certain where the day is one of this case. */
function partialDates(reading: Reading, dates: OwnDates): readonly Candidate[] {
  const days = new Set(ownDatesOf(dates).map((date) => Number(date.slice(8))))
  const ordinals = [...reading.plain.matchAll(ORDINAL)].flatMap((found) => {
    const [text, on, lead = '', figure, word] = found
    if (NOT_A_DAY.test(reading.plain.slice(found.index + text.length, found.index + text.length + 20)))
      return []
    const day = figure === undefined ? dayWord(word) : number(figure)
    if (
      reading.plain
        .slice(Math.max(0, found.index - 60), found.index)
        .split('.')
        .at(-1)
        ?.includes('centile') === true
    )
      return []
    const own = days.has(day ?? 0)
    if (on === undefined && word !== undefined && !own) return []
    if (on === undefined && word !== undefined && (day ?? 0) < 4) return []
    const said = { day, month: null, year: null, weekday: weekday(on) }
    const skip = on === undefined ? lead.length + 1 : 0
    const certain = own ? word === undefined || on !== undefined || (day ?? 0) > 10 : on !== undefined
    return [
      made(reading, found.index + skip, text.length - skip, said, dates, {
        own,
        reason: 'part of a date',
        certain,
        weight: 60,
      }),
    ]
  })
  const slashed = [...reading.plain.matchAll(PART)].flatMap((found) => {
    const [text, on, d, m] = found
    const said = { day: number(d), month: number(m), year: null, weekday: weekday(on) }
    const own = ownDateSaid(said, dates) !== null
    const dated =
      on !== undefined || DATED.test(reading.plain.slice(Math.max(0, found.index - 10), found.index))
    const padded = (d ?? '').startsWith('0') || (m ?? '').startsWith('0')
    const slash = text.includes('/')
    const both = (d ?? '').length + (m ?? '').length === 4
    if (!own && !(dated && slash)) return []
    if (!slash && !dated && !both) return []
    const certain = dated || (own && slash && (padded || (d ?? '').length + (m ?? '').length === 4))
    return [
      made(reading, found.index, text.length, said, dates, {
        own,
        reason: 'part of a date',
        certain,
        weight: 50,
      }),
    ]
  })
  const bare = [
    ...reading.plain.matchAll(
      new RegExp(`${BEFORE}(${WEEKDAY})[ ,.\\n]{1,3}(${DAY})(?![\\d:./a-z]|[ ](?:hours|times|am|pm))`, 'g'),
    ),
  ].flatMap((found) => {
    const said = { day: number(found[2]), month: null, year: null, weekday: weekday(found[1]) }
    const own = days.has(said.day ?? 0)
    return [
      made(reading, found.index, found[0].length, said, dates, {
        own,
        reason: 'part of a date',
        certain: own,
        weight: 45,
      }),
    ]
  })
  return [...ordinals, ...slashed, ...bare]
}

/** "14112026", "141126", "20261114": own dates alone. */
function compactDates(reading: Reading, dates: OwnDates): readonly Candidate[] {
  const own = ownDatesOf(dates)
  if (own.length === 0) return []
  const compact = new Map(
    own.flatMap((date) => {
      const [y = '', m = '', d = ''] = date.split('-')
      return [
        `${d}${m}${y}`,
        `${d}${m}${y.slice(2)}`,
        `${y}${m}${d}`,
        `${m}${d}${y}`,
        `${y.slice(2)}${m}${d}`,
      ].map((text) => [text, date] as const)
    }),
  )
  return reading.tokens.flatMap((token) => {
    const date = compact.get(token.text)
    if (date === undefined) return []
    const [year = 0, monthly = 0, day = 0] = date.split('-').map(Number)
    if (dateOf(year, monthly, day) === null) return []
    const said = { day, month: monthly, year, weekday: null }
    return [
      made(reading, token.plainStart, token.text.length, said, dates, {
        own: true,
        reason: 'own date',
        certain: true,
        weight: 90,
      }),
    ]
  })
}
