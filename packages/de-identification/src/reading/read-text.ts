import { LOOK_ALIKE_CAPITALS, LOOK_ALIKES } from './look-alikes.ts'

/** One word or number of a text, as it is compared, and where it stands in the text as it was written. */
export type Token = {
  /** Small letters and figures without marks; letters that look Latin are Latin. */
  readonly text: string
  readonly start: number
  readonly end: number
  readonly shape: 'small' | 'capital' | 'capitals' | 'figures' | 'mixed'
  /** What stands between the token before and this one, without what cannot be seen; at most 12 characters. */
  readonly gap: string
  /** Whether a sentence or a line begins here. */
  readonly opens: boolean
  /** Where it stands in `plain`. */
  readonly plainStart: number
  readonly plainEnd: number
}

/** A text as it is compared. Every place in `plain` leads back to the text as it was written. */
export type Reading = {
  readonly written: string
  readonly plain: string
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly tokens: readonly Token[]
}

const UNSEEN = /\p{Cf}|\p{M}|[\u115f\u1160\u3164\uffa0]/u
const LETTER = /\p{L}/u
const FIGURE = /\p{N}/u

const folds = new Map<string, string>()

/** One character as it is compared: none when it cannot be seen. */
function foldedCharacter(character: string): string {
  const known = folds.get(character)
  if (known !== undefined) return known
  const folded = workedOut(character)
  if (folds.size > 5000) folds.clear()
  folds.set(character, folded)
  return folded
}

function workedOut(character: string): string {
  if (UNSEEN.test(character)) return ''
  if (/[\n\r\u2028\u2029\u0085\v\f]/.test(character)) return '\n'
  if (/\s/u.test(character)) return ' '
  if (/[\p{Pd}\u2212\u00b7\u2022]/u.test(character)) return '-'
  if (/['’‘‛`´ʼʹ′＇]/u.test(character)) return "'"
  const capital = LOOK_ALIKE_CAPITALS[character]
  if (capital !== undefined) return capital
  return [...character.normalize('NFKD')]
    .filter((part) => !UNSEEN.test(part))
    .map((part) => LOOK_ALIKE_CAPITALS[part] ?? part.toLowerCase())
    .map((part) => LOOK_ALIKES[part] ?? part.normalize('NFKD').replace(/\p{M}/gu, ''))
    .join('')
}

/** A name or number as it is compared, everything but letters and figures left out. */
export function closed(text: string): string {
  let made = ''
  for (const character of text) {
    for (const part of foldedCharacter(character)) if (LETTER.test(part) || FIGURE.test(part)) made += part
  }
  return made
}

/** The words of a name or address, each closed up; an apostrophe holds a word together. */
export function wordsOf(text: string): readonly string[] {
  return text
    .split(/[\s\-‐-―/,.&()]+/u)
    .map(closed)
    .filter((word) => word !== '')
}

/** Reads a text once for every recogniser. Takes time in proportion to its length. */
export function readText(written: string): Reading {
  const plain: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const capitals: boolean[] = []
  let at = 0
  for (const character of written) {
    const capital = character !== character.toLowerCase() && LETTER.test(character)
    for (const part of foldedCharacter(character)) {
      plain.push(part.length === 1 ? part : '\u25a1')
      starts.push(at)
      ends.push(at + character.length)
      capitals.push(capital)
    }
    at += character.length
  }
  const text = plain.join('')
  return {
    written,
    plain: text,
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    tokens: tokensOf(text, starts, ends, capitals),
  }
}

function tokensOf(
  text: string,
  starts: readonly number[],
  ends: readonly number[],
  capitals: readonly boolean[],
): readonly Token[] {
  const tokens: Token[] = []
  let before = 0
  for (const found of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const from = found.index
    const until = from + found[0].length
    const gap = text.slice(Math.max(before, from - 12), from)
    tokens.push({
      text: found[0],
      start: starts[from] ?? 0,
      end: ends[until - 1] ?? 0,
      shape: shapeOf(found[0], capitals, from),
      gap,
      opens: tokens.length === 0 || /[.!?:]['")\]]*\s|\n\s*\n|[-*]\s*$|\n/.test(gap),
      plainStart: from,
      plainEnd: until,
    })
    before = until
  }
  return tokens
}

function shapeOf(text: string, capitals: readonly boolean[], from: number): Token['shape'] {
  if (/^\p{N}+$/u.test(text)) return 'figures'
  let count = 0
  for (let at = 0; at < text.length; at += 1) if (capitals[from + at] === true) count += 1
  const letters = text.replace(/\p{N}/gu, '').length
  if (count === 0) return 'small'
  if (count === letters && letters > 1) return 'capitals'
  return count === 1 && capitals[from] === true ? 'capital' : 'mixed'
}

/** The place in the written text of a piece of `plain`. */
export function spanOf(reading: Reading, from: number, until: number): { start: number; end: number } {
  return { start: reading.starts[from] ?? 0, end: reading.ends[until - 1] ?? 0 }
}
