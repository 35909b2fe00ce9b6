/**
 * The one rule by which years and dates are told from counts. A year is four digits from 1990 to 2099 that stand
 *
 * - after the name of a month, or with the year after it ("2024-25", "2023 to 2024");
 * - after a word that speaks of time or the name of an Act ("in 2024", "Act 2004"), unless what could be counted follows.
 *
 * The first and last day of a reporting year are dates. Another day of a month is one too, and is held: it may be the day a
 * child died. Everything else with digits in it is a number. "May" and "March" are months with a capital letter alone: "12 may have"
 * is a count.
 */
const month =
  '(?:January|February|(?-i:March)|April|(?-i:May)|June|July|August|September|October|November|December)'
const year = '(?:199\\d|20\\d\\d)'
const day = '(?:0?[1-9]|[12]\\d|3[01])'
const counted =
  '(?!\\s+(?:(?:live|infant|neonatal|child|young|other)\\s+)*(?:child|children|bab(?:y|ies)|infants?|deaths?|died|reviews?|cases?|boys?|girls?|famil(?:y|ies)|people|parents?|mothers?|fathers?|notifications?|births?)\\b)'
const rules = [
  new RegExp(`\\b${day}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${month}(?:,?\\s+${year})?\\b`, 'giu'),
  new RegExp(`\\b${month}\\s+${year}\\b`, 'giu'),
  new RegExp(`\\b${year}(?:\\s+to\\s+|\\s+and\\s+|[-–/])${year}\\b${counted}`, 'giu'),
  new RegExp(
    `\\b(?:in|since|from|until|till|before|after|by|during|year|years|for|of|Act|to|and)\\s+${year}\\b${counted}`,
    'giu',
  ),
]
const twoYears = new RegExp(`\\b(${year})[-–/](\\d\\d)\\b`, 'giu')
const dayOfMonth = new RegExp(
  `\\b(${day})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${month})\\b(?:,?\\s+${year})?`,
  'giu',
)

/** The text with every year and date blanked out, at its length. */
export function withoutDates(text: string): string {
  const blank = (found: string) => ' '.repeat(found.length)
  const ranges = text.replace(twoYears, (found, first: string, second: string) =>
    (Number(first) + 1) % 100 === Number(second) ? blank(found) : found,
  )
  return rules.reduce((rest, rule) => rest.replace(rule, (found) => blank(found)), ranges)
}

/** Days of a month that are not the first or last of a reporting year. */
export function exactDays(text: string): { at: number; written: string }[] {
  return [...text.matchAll(dayOfMonth)].flatMap(({ 0: written, 1: day, 2: name, index: at }) => {
    const bound = `${Number(day)} ${name?.toLowerCase()}`
    return bound === '31 march' || bound === '1 april' ? [] : [{ at, written }]
  })
}
