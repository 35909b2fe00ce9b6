import { nhsCheckDigit } from '@cdop/domain'
import { editDistance } from '@cdop/matching'
import type { CaseIdentifiers } from '../case-identifiers.ts'
import { DIGIT_WORDS } from '../date/date-words.ts'
import type { Candidate, FindingKind, FindingReason } from '../finding.ts'
import { closed, type Reading, type Token } from '../reading/read-text.ts'

/** A token as the digits it says; null when it says none. */
type Digits = { token: Token; digits: string; words: boolean }

const JOINS = /^[ \n\-./()+_,:]{1,4}$/
const MOST_DIGITS = 14
const SEVERAL: ReadonlyMap<string, number> = new Map([
  ['double', 2],
  ['treble', 3],
  ['triple', 3],
])

function digitsOf(token: Token, before: Token | undefined): Digits | null {
  const word = token.text === 'o' ? '0' : DIGIT_WORDS.get(token.text)
  if (word !== undefined)
    return { token, digits: word.repeat(SEVERAL.get(before?.text ?? '') ?? 1), words: true }
  if (SEVERAL.has(token.text)) return { token, digits: '', words: true }
  if (!/^[\doil]+$/.test(token.text) || !/\d/.test(token.text)) return null
  const digits = token.text.replaceAll('o', '0').replace(/[il]/g, '1')
  return {
    token,
    digits: digits.length === 1 ? digits.repeat(SEVERAL.get(before?.text ?? '') ?? 1) : digits,
    words: false,
  }
}

/** The number as it is dialled at home: no +44, no (0). */
function dialled(digits: string): string {
  const national = digits.replace(/^00?44/, '').replace(/^44/, '')
  return national === digits ? digits : `0${national.replace(/^0/, '')}`
}

const isNhs = (digits: string) =>
  digits.length === 10 &&
  !/^(\d)\1{9}$/.test(digits) &&
  nhsCheckDigit(digits.slice(0, 9)) === Number(digits[9])

const isPhone = (digits: string) => /^0[1-378]\d{8,9}$/.test(digits)

type Judge = (
  digits: string,
  words: boolean,
) => { kind: FindingKind; reason: FindingReason; own: boolean; weight: number } | null

/** Judges runs of digits against the numbers of a case, and by their form. */
function judgeOf(known: CaseIdentifiers): Judge {
  const numbers = known.nhsNumbers
    .map((number) => closed(number).replace(/\D/g, ''))
    .filter((number) => number.length === 10)
  const phones = known.phones
    .map((phone) => dialled(closed(phone).replace(/\D/g, '')))
    .filter((phone) => phone.length >= 9)
  const nhs = (reason: FindingReason, own: boolean, weight: number) => ({
    kind: 'NHS number' as const,
    reason,
    own,
    weight,
  })
  const phone = (reason: FindingReason, own: boolean, weight: number) => ({
    kind: 'telephone number' as const,
    reason,
    own,
    weight,
  })
  return (digits, words) => {
    const said = dialled(digits)
    if (numbers.includes(digits)) return nhs(words ? 'written in words' : 'as recorded', true, 130)
    if (phones.includes(said)) return phone(words ? 'written in words' : 'as recorded', true, 129)
    if (digits.length >= 9 && digits.length <= 11) {
      if (numbers.some((number) => editDistance(number, digits, 2) <= (digits.length === 10 ? 2 : 1)))
        return nhs('slip of the pen', true, 95)
    }
    if (
      said.length >= 9 &&
      phones.some((one) => editDistance(one, said, 2) <= (said.length === one.length ? 2 : 1))
    )
      return phone('slip of the pen', true, 94)
    if (isNhs(digits)) return nhs('valid check digit', false, 90)
    if (isPhone(said)) return phone('form of a telephone number', false, 92)
    if (digits.length >= 6 && phones.some((one) => one.endsWith(digits))) return phone('part of it', true, 70)
    if (digits.length >= 6 && numbers.some((one) => one.endsWith(digits) || one.startsWith(digits)))
      return nhs('part of it', true, 70)
    return null
  }
}

/** NHS and telephone numbers, spaced, split, in words, with o for 0; those of the case and those only formed like one. */
export function findNumbers(reading: Reading, known: CaseIdentifiers): readonly Candidate[] {
  const judge = judgeOf(known)
  const { tokens } = reading
  const said = tokens.map((token, at) => digitsOf(token, tokens[at - 1]))
  const found = said.flatMap((first, from) => {
    if (first === null) return []
    const made: Candidate[] = []
    let digits = ''
    let words = false
    for (let until = from; until < said.length; until += 1) {
      const piece = said[until]
      if (piece === undefined || piece === null) break
      if (until > from && !JOINS.test(piece.token.gap)) break
      digits += piece.digits
      words ||= piece.words
      if (digits.length > MOST_DIGITS || until - from > 2 * MOST_DIGITS) break
      const judged = digits.length < 6 || piece.digits === '' ? null : judge(digits, words)
      if (judged !== null) made.push(candidate(first.token, piece.token, reading, judged))
    }
    return made
  })
  return [...found, ...tokens.flatMap((token) => buried(token, reading, judge)), ...endings(reading, known)]
}

function candidate(
  first: Token,
  last: Token,
  reading: Reading,
  judged: NonNullable<ReturnType<Judge>>,
): Candidate {
  const plus = reading.written[first.start - 1] === '+' || reading.written[first.start - 1] === '('
  return {
    start: plus ? first.start - 1 : first.start,
    end: last.end,
    kind: judged.kind,
    certainty: 'certain',
    reason: judged.reason,
    own: judged.own,
    instead: { type: 'words', words: judged.kind },
    weight: judged.weight,
  }
}

/** A number run together with letters: "NHS9990000018". */
function buried(token: Token, reading: Reading, judge: Judge): readonly Candidate[] {
  if (token.shape === 'figures' || token.text.length < 11 || token.text.length > 60) return []
  return [...token.text.matchAll(/\d{10,14}/g)].flatMap((run) => {
    const judged = judge(run[0], false)
    return judged === null ? [] : [candidate(token, token, reading, judged)]
  })
}

const ENDS = new Set([
  'ending',
  'ends',
  'last',
  'digits',
  'ended',
  'starting',
  'starts',
  'beginning',
  'begins',
  'first',
])

/** "NHS number ending 0018". */
function endings(reading: Reading, known: CaseIdentifiers): readonly Candidate[] {
  const whole = [...known.nhsNumbers, ...known.phones].map((number) => closed(number).replace(/\D/g, ''))
  return reading.tokens.flatMap((token, at) => {
    if (token.shape !== 'figures' || token.text.length < 3 || token.text.length > 6) return []
    const said = [1, 2, 3, 4].some((back) => ENDS.has(reading.tokens[at - back]?.text ?? ''))
    if (!said || !whole.some((number) => number.endsWith(token.text) || number.startsWith(token.text)))
      return []
    return [
      candidate(token, token, reading, { kind: 'NHS number', reason: 'part of it', own: true, weight: 71 }),
    ]
  })
}
