import { type PlainDate, toTemporal } from '@cdop/domain'

const MONTHS = [
  'jan(?:uary)?',
  'feb(?:ruary)?',
  'mar(?:ch)?',
  'apr(?:il)?',
  'may',
  'june?',
  'july?',
  'aug(?:ust)?',
  'sept?(?:ember)?',
  'oct(?:ober)?',
  'nov(?:ember)?',
  'dec(?:ember)?',
]

const BETWEEN = String.raw`[\s./,\-–—'’]`

function patterns(date: PlainDate): readonly RegExp[] {
  const { year, month, day } = toTemporal(date)
  const name = MONTHS[month - 1] ?? ''
  const two = (part: number) => String(part).padStart(2, '0')
  const fullYear = `(?:${year}|${two(year % 100)})`
  const ordinal = `0?${day}(?:st|nd|rd|th)?`
  // With a month's name the year may be left out, but another year makes it another date.
  const inYear = `(?:${BETWEEN}*(?:of\\s+)?${fullYear}(?!\\d)|(?!${BETWEEN}*(?:of\\s+)?(?:\\d{4}|\\d{2})(?!\\d)))`
  return [
    `(?<!\\d)${ordinal}${BETWEEN}*(?:of\\s+)?(?:${name})(?!\\p{L})\\.?${inYear}`,
    `(?<!\\p{L})(?:${name})\\.?${BETWEEN}*(?:the\\s+)?${ordinal}(?!\\d)${inYear}`,
    `(?<!\\d)${year}${BETWEEN}*(?:${name})(?!\\p{L})\\.?${BETWEEN}*${ordinal}(?!\\d)`,
    `(?<!\\d)0?${day}${BETWEEN}+0?${month}${BETWEEN}+${fullYear}(?!\\d)`,
    `(?<!\\d)${year}${BETWEEN}+0?${month}${BETWEEN}+0?${day}(?!\\d)`,
    `(?<!\\d)${two(day)}${two(month)}(?:${fullYear})(?!\\d)`,
    `(?<!\\d)${year}${two(month)}${two(day)}(?!\\d)`,
  ].map((pattern) => new RegExp(pattern, 'iu'))
}

/** True when a text gives this very date: in figures the British way or year first, or with the month's name. */
export function saysDate(text: string, date: PlainDate): boolean {
  return patterns(date).some((pattern) => pattern.test(text))
}
