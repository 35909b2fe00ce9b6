import { editDistance, soundOf } from '@cdop/matching'
import type { FindingReason } from '../finding.ts'
import { KIN } from '../words/kin-and-titles.ts'
import { isListedWord, isOrdinary } from '../words/ordinary-words.ts'
import { differing, type Form, lettersIn } from './form.ts'
import { evened, type OwnForms } from './own-forms.ts'

/** What a word that is no identifier as written may still be; how sure depends on where it stands. */
export type Loose = {
  readonly forms: readonly Form[]
  readonly reason: FindingReason
  /** 3: whatever its letters; 2: in capitals, or long; 1: a person must look. */
  readonly sureness: 1 | 2 | 3
}

/** A rule can be switched off, to show that the corpus notices. */
export type Rule =
  | 'slips'
  | 'sounds'
  | 'inside'
  | 'shortened'
  | 'broken up'
  | 'short forms'
  | 'initials'
  | 'places'
  | 'codes'

const ENDINGS = [
  'ie',
  'y',
  'i',
  's',
  'z',
  'o',
  'a',
  'ee',
  'ey',
  'ers',
  'ster',
  'boo',
  'kins',
  'bear',
  'ums',
  'ito',
  'zy',
  'za',
  'u',
  'jaan',
  'jan',
  'bhai',
]
const LONGEST_WORD = 40

/** The loosest acceptable reading of one word. Takes time by the number of identifiers of about its length. */
export function looseMatch(word: string, own: OwnForms, off: ReadonlySet<Rule>): Loose | null {
  if (word.length < 3 || word.length > LONGEST_WORD) return null
  const found = [
    plural(word, own),
    off.has('codes') ? null : likeCode(word, own),
    off.has('inside') ? null : within(word, own),
    off.has('slips') ? null : slipped(word, own),
    off.has('sounds') ? null : sounding(word, own),
    off.has('shortened') ? null : shortened(word, own),
  ].filter((one) => one !== null)
  let best: Loose | null = null
  for (const one of found) if (best === null || one.sureness > best.sureness) best = one
  return best
}

function plural(word: string, own: OwnForms): Loose | null {
  if (!word.endsWith('s') || word.length < 4) return null
  const stem = word.slice(0, -1)
  const forms = own.exact.get(stem)?.filter((one) => one.sort !== 'code' && one.closed.length >= 3)
  if (forms === undefined || forms.length === 0) return null
  const asWritten = forms.filter((one) => one.reason === 'as recorded')
  if (isOrdinary(stem) && asWritten.length === 0) return null
  return { forms, reason: 'as recorded', sureness: isOrdinary(word) || isOrdinary(stem) ? 1 : 3 }
}

function likeCode(word: string, own: OwnForms): Loose | null {
  const forms = /\d/.test(word) ? own.codes.get(evened(word)) : undefined
  return forms === undefined ? null : { forms, reason: 'slip of the pen', sureness: 3 }
}

function within(word: string, own: OwnForms): Loose | null {
  if (isOrdinary(word)) return null
  let best: Loose | null = null
  for (const one of own.inside) {
    if (word.length <= one.closed.length) continue
    const at = word.indexOf(one.closed)
    if (at < 0) continue
    const [head, rest] = [word.slice(0, at), word.slice(at + one.closed.length)]
    const sure = [head, rest].every((part) => part === '' || isAttached(part, own))
    const enough = one.closed.length >= 5 || at === 0
    if (!sure && !enough) continue
    const sureness = sure ? 3 : 1
    if (best === null || sureness > best.sureness)
      best = { forms: [one], reason: 'inside a longer word', sureness }
  }
  return best
}

function isAttached(part: string, own: OwnForms): boolean {
  if (/^\d+$/.test(part) || part === 's' || KIN.has(part) || own.exact.has(part)) return true
  return part.startsWith('s') && KIN.has(part.slice(1))
}

/**
 * Names of several words and codes in pieces, closed up, with a slip: "St Cdoc's Hospital". Only forms of so many words
 * are looked at, so that any run of words costs little.
 */
export function loosePhrase(joined: string, words: number, own: OwnForms): Loose | null {
  const fits = ({ one }: { one: Form }) =>
    one.pieces === words || (one.sort === 'code' && one.closed.length >= 6)
  const found = near(joined, own.phrases, (length) => (length >= 8 ? 2 : 1)).filter(fits)
  const [first] = found
  if (first === undefined) return null
  const forms = found.filter(({ slips }) => slips === first.slips).map(({ one }) => one)
  if (first.one.sort === 'code') {
    return /\d/.test(joined) && first.slips === 1 ? { forms, reason: 'slip of the pen', sureness: 3 } : null
  }
  const reason = first.slips === 1 ? 'slip of the pen' : 'two slips of the pen'
  return { forms, reason, sureness: first.slips === 1 ? 3 : 2 }
}

/** Forms that few letters make of a word. */
function near(
  word: string,
  among: OwnForms['byLength'],
  most: (length: number) => number,
): { one: Form; slips: number }[] {
  const letters = lettersIn(word)
  const found: { one: Form; slips: number }[] = []
  for (let length = word.length - 3; length <= word.length + 3; length += 1) {
    const allowed = most(length >= 8 ? Math.max(length, word.length) : Math.min(length, word.length))
    if (Math.abs(length - word.length) > allowed) continue
    for (const one of among.get(length) ?? []) {
      if (differing(one.letters, letters) > 2 * allowed) continue
      const slips = editDistance(word, one.closed, allowed)
      if (slips > 0 && slips <= allowed) found.push({ one, slips })
    }
  }
  return found.toSorted((a, b) => a.slips - b.slips)
}

function slipped(word: string, own: OwnForms): Loose | null {
  const listed = isListedWord(word)
  const found = near(word, own.byLength, (length) => (length >= 8 ? 3 : length >= 6 ? 2 : 1)).filter(
    ({ one }) => one.pieces === 1 || one.sort === 'place' || one.sort === 'address' || one.sort === 'code',
  )
  const [first] = found
  if (first === undefined) return null
  const forms = found.filter(({ slips }) => slips === first.slips).map(({ one }) => one)
  const length = first.one.closed.length
  const reason =
    first.slips === 1
      ? 'slip of the pen'
      : first.slips === 2
        ? 'two slips of the pen'
        : 'three slips of the pen'
  if (first.one.sort === 'code') {
    return /\d/.test(word) && first.slips === 1 ? { forms, reason, sureness: 3 } : null
  }
  if (isOrdinary(word)) return listed || first.slips > 1 || length < 5 ? null : { forms, reason, sureness: 1 }
  if (first.slips === 1) return { forms, reason, sureness: length >= 5 ? 3 : length === 4 ? 2 : 1 }
  return { forms, reason, sureness: length >= 8 && first.slips === 2 ? 2 : 1 }
}

function sounding(word: string, own: OwnForms): Loose | null {
  if (word.length < 4 || isListedWord(word) || !/^[a-z]+$/.test(word)) return null
  const forms = (own.bySound.get(soundOf(word)) ?? []).filter(
    (one) =>
      one.closed !== word &&
      Math.abs(one.closed.length - word.length) <= 3 &&
      editDistance(word, one.closed, 4) <= 4,
  )
  const [first] = forms
  if (first === undefined) return null
  return {
    forms,
    reason: 'sounds alike',
    sureness: !isOrdinary(word) && editDistance(word, first.closed, 3) <= 2 ? 2 : 1,
  }
}

function shortened(word: string, own: OwnForms): Loose | null {
  const ordinary = isOrdinary(word)
  if (ordinary && word.length < 4) return null
  const forms = own.inside.filter(
    (one) =>
      one.sort === 'given' &&
      one.closed.length > 4 &&
      (!ordinary || one.closed.startsWith(word)) &&
      isShortOf(word, one.closed),
  )
  return forms.length === 0 ? null : { forms, reason: 'shortened or with an ending', sureness: 1 }
}

/** The beginning of a name, with or without an ending of endearment. */
function isShortOf(word: string, name: string): boolean {
  let shared = 0
  while (shared < word.length && word[shared] === name[shared]) shared += 1
  if (shared < 2) return false
  if (shared === word.length) return word.length >= 3
  const rest = word.slice(shared)
  const doubled = rest[0] === word[shared - 1] ? rest.slice(1) : rest
  return ENDINGS.includes(rest) || ENDINGS.includes(doubled)
}
