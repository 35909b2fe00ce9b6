import { editDistance } from './edit-distance.ts'
import { jaroWinkler } from './jaro-winkler.ts'
import { soundsOf } from './sounds.ts'

/** A text prepared once for many comparisons. */
export type Wording = {
  readonly text: string
  /** Its words in alphabetical order, and closed up. */
  readonly sorted: string
  readonly closed: string
  readonly words: readonly string[]
  readonly sounds: readonly string[]
  /** Which letters and figures occur, a bit each: texts that share few of them need no closer look. */
  readonly letters: number
}

function lettersIn(text: string): number {
  let found = 0
  for (let at = 0; at < text.length; at += 1) found |= 1 << (text.charCodeAt(at) & 31)
  return found
}

function bitsIn(set: number): number {
  let count = 0
  for (let left = set; left !== 0; left &= left - 1) count += 1
  return count
}

/**
 * @param text already folded
 * @param sounded whether it may be alike by its sound, as names are; an address is not
 */
export function wording(text: string, sounded = true): Wording {
  const words = text.split(' ').filter((word) => word !== '')
  const closed = words.join('')
  let sounds: readonly string[] | undefined
  return {
    text,
    words,
    sorted: words.toSorted().join(' '),
    closed,
    letters: lettersIn(closed),
    // Worked out when first asked for: most texts are told apart, or found equal, without.
    get sounds() {
      sounds ??= sounded && closed !== '' ? soundsOf(text) : []
      return sounds
    },
  }
}

/** The most Jaro and Winkler could find in texts that have so many letters the other lacks. */
function likenessAtMost(one: Wording, other: Wording, lacking: number, lackingThere: number): number {
  const shared = Math.min(one.closed.length - lacking, other.closed.length - lackingThere)
  const jaro = (shared / one.closed.length + shared / other.closed.length + 1) / 3
  return jaro + (one.sorted[0] === other.sorted[0] || one.text[0] === other.text[0] ? 0.4 * (1 - jaro) : 0)
}

/** Levels of `wordingLevel`, the most alike first. */
export const WORDING_LEVELS = ['same', 'one slip', 'alike', 'somewhat alike', 'different'] as const

/**
 * How alike two texts are: equal; one slip of the pen, words in another order or closed up; sounding or looking alike;
 * sharing much; different.
 */
export function wordingLevel(one: Wording, other: Wording): number {
  if (one.text === other.text) return 0
  if (one.closed === other.closed || one.sorted === other.sorted) return 1
  const lacking = bitsIn(one.letters & ~other.letters)
  const lackingThere = bitsIn(other.letters & ~one.letters)
  const shorter = Math.min(one.closed.length, other.closed.length)
  const slips = lacking + lackingThere > 6 ? 4 : slipsBetween(one, other)
  if (slips <= 1 && shorter >= 3) return 1
  if ((slips <= 2 && shorter >= 5) || (slips <= 3 && shorter >= 9)) return 2
  const near = likenessAtMost(one, other, lacking, lackingThere) >= 0.82
  const like = near ? Math.max(jaroWinkler(one.text, other.text), jaroWinkler(one.sorted, other.sorted)) : 0
  if (like >= 0.92 || one.sounds.some((sound) => other.sounds.includes(sound))) return 2
  if (like >= 0.82 || one.words.some((word) => word.length >= 4 && other.words.includes(word))) return 3
  return 4
}

/** Up to three; more are four. Words in another order are no slip. */
function slipsBetween(one: Wording, other: Wording): number {
  const closed = editDistance(one.closed, other.closed, 3)
  if (closed <= 1 || (one.words.length === 1 && other.words.length === 1)) return closed
  return Math.min(closed, editDistance(one.sorted, other.sorted, 3))
}

/** Levels of `figuresLevel`, the most alike first. */
export const FIGURES_LEVELS = ['same', 'one digit off', 'two digits off', 'different'] as const

/** How alike two numbers are as they are typed: a wrong, missing, doubled or swapped digit is one slip. */
export function figuresLevel(one: string, other: string): number {
  return one === other ? 0 : Math.min(editDistance(one, other, 2), 3)
}

/** Levels of `dateLevel`, the most alike first. */
export const DATE_LEVELS = [
  'same',
  'one slip',
  'two parts the same',
  'the year the same',
  'different',
] as const

/** How alike two dates are, `yyyymmdd`: a slip is a wrong or swapped digit, or day and month the wrong way round. */
export function dateLevel(one: string, other: string): number {
  if (one === other) return 0
  const parts = (date: string) => [date.slice(0, 4), date.slice(4, 6), date.slice(6, 8)]
  const [[year, month, day], theirs] = [parts(one), parts(other)]
  if (year === theirs[0] && month === theirs[2] && day === theirs[1]) return 1
  const slips = editDistance(one, other, 2)
  if (slips === 1) return 1
  const equal = [year, month, day].filter((part, index) => part === theirs[index]).length
  if (slips === 2 || equal === 2) return 2
  return year === theirs[0] ? 3 : 4
}
