import type { Candidate } from '../finding.ts'
import type { Reading, Token } from '../reading/read-text.ts'
import { isOrdinary } from '../words/ordinary-words.ts'
import type { Form } from './form.ts'
import type { Hit } from './hit.ts'
import { findInitials } from './initials.ts'
import { joinNames } from './join-names.ts'
import { type Judged, judgeSeveral, judgeWord, wordCount } from './judge.ts'
import { type Loose, looseMatch, loosePhrase, type Rule } from './loose-match.ts'
import { evened, type OwnForms } from './own-forms.ts'

const MOST_WORDS = 18
const TIGHT = /^[ \n\-'.,/\\_&()+#:@]{1,5}$/

export type OwnFinder = (reading: Reading) => readonly Candidate[]

/** Finds the identifiers of one case in any number of texts; what a word may be is worked out once. */
export function ownFinder(own: OwnForms, off: ReadonlySet<Rule> = new Set()): OwnFinder {
  const loosely = new Map<string, Loose | null>()
  const loose = (word: string) => {
    const known = loosely.get(word)
    if (known !== undefined) return known
    const found = looseMatch(word, own, off)
    if (loosely.size > 50_000) loosely.clear()
    loosely.set(word, found)
    return found
  }
  return (reading) => {
    const hits = reading.tokens.flatMap((_, at) => hitsAt(reading, at, own, loose, off))
    const initials = off.has('initials') ? [] : findInitials(reading, own)
    return joinNames(reading, withoutOverlaps([...hits, ...initials]), own)
  }
}

function allowed(forms: readonly Form[], off: ReadonlySet<Rule>): readonly Form[] {
  if (off.size === 0) return forms
  return forms.filter(
    (one) =>
      !(off.has('short forms') && one.reason === 'short form') &&
      !(off.has('places') && (one.sort === 'place' || one.sort === 'address')) &&
      !(off.has('codes') && one.sort === 'code'),
  )
}

function hitsAt(
  reading: Reading,
  at: number,
  own: OwnForms,
  loose: (word: string) => Loose | null,
  off: ReadonlySet<Rule>,
): readonly Hit[] {
  const { tokens } = reading
  const token = tokens[at]
  if (token === undefined) return []
  const hits: Hit[] = []
  const put = (until: number, judged: Judged | null) => {
    if (judged !== null) hits.push({ ...judged, from: at, until })
  }
  const exact = allowed(own.exact.get(token.text) ?? [], off)
  if (exact.length > 0) put(at, judgeWord(reading, at, exact, own))
  else put(at, judgeLoose(token, loose(token.text)))
  let joined = token.text
  for (let until = at + 1; until < Math.min(tokens.length, at + MOST_WORDS); until += 1) {
    const next = tokens[until]
    if (next === undefined || !TIGHT.test(next.gap)) break
    joined += next.text
    if (joined.length > own.longest + 2) break
    const several = allowed(
      own.exact.get(joined) ??
        (next.text === 's' ? undefined : possessive(joined, own)) ??
        codesOf(joined, own),
      off,
    )
    if (several.length > 0) {
      if (!(off.has('broken up') && several.every((one) => one.pieces === 1))) {
        put(until, judgeSeveral(reading, at, until, several))
      }
    } else if (!off.has('slips')) {
      put(until, slippedPhrase(reading, at, until, joined, own))
    }
  }
  return hits
}

/** "D'Arcys" */
function possessive(joined: string, own: OwnForms): readonly Form[] | undefined {
  if (!joined.endsWith('s')) return undefined
  return own.exact.get(joined.slice(0, -1))?.filter((one) => one.sort === 'family' && one.closed.length > 3)
}

const codesOf = (joined: string, own: OwnForms) =>
  /\d/.test(joined) ? (own.codes.get(evened(joined)) ?? []) : []

/** Names of several words, and codes in pieces, with a slip; also one word broken at the end of a line. */
function slippedPhrase(
  reading: Reading,
  from: number,
  until: number,
  joined: string,
  own: OwnForms,
): Judged | null {
  if (joined.length < 6 || until - from > 6) return null
  const pieces = reading.tokens.slice(from, until + 1)
  if (pieces.every((piece) => piece.shape === 'small' && isOrdinary(piece.text))) return null
  const found = loosePhrase(joined, wordCount(pieces), own)
  if (found === null) return null
  const capital = pieces.some((piece) => piece.shape !== 'small')
  return {
    certainty: found.sureness === 3 || capital ? 'certain' : 'doubtful',
    reason: found.reason,
    forms: found.forms,
  }
}

function judgeLoose(token: Token, found: Loose | null): Judged | null {
  if (found === null) return null
  const { forms, reason, sureness } = found
  const capital = token.shape !== 'small' && token.shape !== 'figures'
  if (sureness === 3) return { certainty: 'certain', reason, forms }
  if (sureness === 2)
    return { certainty: capital || token.text.length >= 8 ? 'certain' : 'doubtful', reason, forms }
  if (
    isOrdinary(token.text) &&
    (!capital || (token.opens && reason !== 'as recorded' && !reason.startsWith('shortened')))
  )
    return null
  if (reason === 'three slips of the pen' && !capital) return null
  if (token.text.length <= 3 && !capital && reason !== 'shortened or with an ending') return null
  return { certainty: 'doubtful', reason, forms }
}

/** Of hits that overlap the certain one, then the longer, then the one as recorded stays. */
function withoutOverlaps(hits: readonly Hit[]): readonly Hit[] {
  const rank = (hit: Hit) =>
    (hit.certainty === 'certain' ? 1000 : 0) +
    (hit.until - hit.from) * 10 +
    (hit.reason === 'as recorded' ? 5 : 0)
  const taken = new Set<number>()
  const kept: Hit[] = []
  for (const hit of hits.toSorted((one, other) => rank(other) - rank(one) || one.from - other.from)) {
    let free = true
    for (let at = hit.from; at <= hit.until; at += 1) if (taken.has(at)) free = false
    if (!free) continue
    for (let at = hit.from; at <= hit.until; at += 1) taken.add(at)
    kept.push(hit)
  }
  return kept.toSorted((one, other) => one.from - other.from)
}
