import type { FindingReason } from '../finding.ts'
import type { Reading, Token } from '../reading/read-text.ts'
import {
  AFTER_MODALS,
  BEFORE_NOUNS,
  BEFORE_VERBS,
  CALLS,
  KIN,
  STAFF_TITLES,
  TITLES,
} from '../words/kin-and-titles.ts'
import { isListedWord, isOrdinary } from '../words/ordinary-words.ts'
import type { Form } from './form.ts'
import type { OwnForms } from './own-forms.ts'

export type Judged = { certainty: 'certain' | 'doubtful'; reason: FindingReason; forms: readonly Form[] }

const MONTHS = new Set('january march april may june july august may jan mar apr jun jul aug'.split(' '))
const BEFORE_MONTHS = new Set('in of since during until till last next early late mid'.split(' '))
/** A month or a person may follow. */
const BEFORE_EITHER = new Set('by from to before after and between'.split(' '))

const isName = (one: Form) => one.sort === 'given' || one.sort === 'family' || one.sort === 'nickname'

/** What a word means that is written exactly as one of the identifiers; null when it is no more than a word. */
export function judgeWord(
  reading: Reading,
  at: number,
  forms: readonly Form[],
  own: OwnForms,
): Judged | null {
  const token = reading.tokens[at]
  const [first] = forms
  if (token === undefined || first === undefined) return null
  if (first.kind === 'postcode') return judgePostcodePart(token, forms)
  if (first.sort === 'code') {
    const weak = first.reason === 'part of it' && isOrdinary(token.text)
    if (/^\d{1,4}$/.test(token.text) && first.closed.length < 5) return judgeNumber(reading, at, forms)
    return weak ? null : { certainty: 'certain', reason: first.reason, forms }
  }
  if (isOrdinary(token.text)) return judgeOrdinary(reading, at, forms, own)
  const small = token.shape === 'small'
  if (token.text.length <= 2 && small && !besideName(reading, at, own)) {
    return { certainty: 'doubtful', reason: first.reason, forms }
  }
  if (forms.every((one) => one.reason === 'part of it') && small) {
    return { certainty: token.text.length >= 5 ? 'certain' : 'doubtful', reason: 'part of it', forms }
  }
  return { certainty: 'certain', reason: first.reason, forms }
}

/** A collar number is one behind a title, and doubtful elsewhere. */
function judgeNumber(reading: Reading, at: number, forms: readonly Form[]): Judged {
  const before = reading.tokens[at - 1]?.text ?? ''
  const titled = STAFF_TITLES.has(before) || ['collar', 'number', 'no', 'badge', 'pin'].includes(before)
  return { certainty: titled ? 'certain' : 'doubtful', reason: 'as recorded', forms }
}

function judgePostcodePart(token: Token, forms: readonly Form[]): Judged | null {
  const whole = forms.filter((one) => one.reason === 'as recorded')
  if (whole.length > 0) return { certainty: 'certain', reason: 'as recorded', forms: whole }
  const sure =
    token.text.length >= 4 || (token.text.length === 3 && /^[a-z]{2}\d|^\d[a-z]{2}/.test(token.text))
  return { certainty: sure ? 'certain' : 'doubtful', reason: 'part of it', forms }
}

/** A name of this case beside it that cannot be taken for a word. */
function besideName(reading: Reading, at: number, own: OwnForms): boolean {
  return [at - 1, at + 1].some((there) => {
    const token = reading.tokens[there]
    const gap = reading.tokens[Math.max(at, there)]?.gap ?? ''
    if (token === undefined || gap.length > 2 || /[.!?\n]/.test(gap)) return false
    const known = own.exact.get(token.text)?.some(isName) === true
    return known && (!isOrdinary(token.text) || token.shape === 'capital')
  })
}

/** Another name of the same person beside it, though that too is a word: "hope brown", "grace o'brien". */
function besideOwn(reading: Reading, at: number, own: OwnForms): boolean {
  const { tokens } = reading
  const written = (there: number) => tokens[there]?.text ?? ''
  const formsAt = (there: number) =>
    own.exact.get(written(there)) ?? own.exact.get(written(there) + written(there + 1)) ?? []
  const keysAt = (there: number) =>
    formsAt(there).flatMap((one) =>
      isName(one) && one.reason === 'as recorded' && one.instead.type === 'entity'
        ? [`${one.sort}${one.instead.entity.key}`]
        : [],
    )
  const keys = new Set(keysAt(at).map((key) => key.replace(/^given|^nickname/, '~').replace(/^family/, '=')))
  return [at - 1, at + 1].some((there) => {
    const gap = reading.tokens[Math.max(at, there)]?.gap ?? ''
    return (
      gap.length <= 2 &&
      !/[.!?]/.test(gap) &&
      keysAt(there).some((key) =>
        keys.has(
          key.startsWith('family') ? key.replace('family', '~') : key.replace(/^given|^nickname/, '='),
        ),
      )
    )
  })
}

function judgeOrdinary(reading: Reading, at: number, forms: readonly Form[], own: OwnForms): Judged | null {
  const { tokens } = reading
  const token = tokens[at]
  if (token === undefined) return null
  const [before, after] = [tokens[at - 1], tokens[at + 1]]
  const reason: FindingReason = 'also an ordinary word'
  const certain: Judged = { certainty: 'certain', reason, forms }
  const doubtful: Judged = { certainty: 'doubtful', reason, forms }
  const recorded = forms.some((one) => one.reason === 'as recorded')
  const named = forms.some(isName)
  if (named && besideName(reading, at, own)) return certain
  if (named && token.shape === 'small' && besideOwn(reading, at, own)) return doubtful
  const [earlier, later] = [before?.text ?? '', after?.text ?? '']
  if (named && after !== undefined && later === 's' && after.gap === "'" && token.shape !== 'small')
    return certain
  if (token.shape === 'small') {
    if (
      named &&
      (KIN.has(earlier) ||
        TITLES.has(earlier) ||
        STAFF_TITLES.has(earlier) ||
        ['called', 'named', 'aka'].includes(earlier))
    ) {
      return BEFORE_NOUNS.has(token.text) || CALLS.has(token.text) || KIN.has(token.text) ? null : doubtful
    }
    if (!recorded || !named || token.text.length < 3) return null
    return readsAsWord(token.text, earlier, later) ? null : doubtful
  }
  if (MONTHS.has(token.text)) {
    const dated =
      /^\d/.test(later) || /^\d/.test(earlier) || BEFORE_MONTHS.has(earlier) || MONTHS.has(earlier)
    if (dated) return null
    if (BEFORE_EITHER.has(earlier)) return doubtful
  }
  if (/^\d/.test(later) && ['ward', 'bay', 'bed', 'grade', 'room', 'page', 'day', 'box'].includes(token.text))
    return null
  if (token.shape === 'capitals' && token.text.length <= 4)
    return recorded && token.text.length > 2 ? doubtful : null
  if (TITLES.has(earlier) || STAFF_TITLES.has(earlier)) return certain
  if (token.opens || !recorded) return !recorded && token.text.length < 3 ? null : doubtful
  return certain
}

/** Whether a small word stands where its ordinary meaning belongs. */
function readsAsWord(word: string, earlier: string, later: string): boolean {
  if (word === 'will' || word === 'may')
    return AFTER_MODALS.has(later) || BEFORE_VERBS.has(earlier) || isModalVerb(later)
  if (BEFORE_NOUNS.has(earlier) || BEFORE_VERBS.has(earlier)) return true
  if (later === 'of' || later === 'to' || later === 'that' || later === 'the' || later === 'in') return true
  return (
    !KIN.has(earlier) &&
    !CALLS.has(earlier) &&
    earlier !== '' &&
    isListedWord(earlier) &&
    !isListedWord(later)
  )
}

const isModalVerb = (later: string) =>
  isListedWord(later) && !/(s|ed|ing)$/.test(later) && later.length > 2 && later !== 'was' && later !== 'had'

const SHORT = new Set(['st', 'dr', 'mr', 'mrs', 'no', 'ave', 'rd'])

/** Words as a name has them: an apostrophe holds one together. */
export function wordCount(pieces: readonly Token[]): number {
  return pieces.filter((piece, at) => at === 0 || piece.gap !== "'").length
}

/** What several words mean that are one identifier when closed up; null when they only happen to make it. */
export function judgeSeveral(
  reading: Reading,
  from: number,
  until: number,
  forms: readonly Form[],
): Judged | null {
  const pieces = reading.tokens.slice(from, until + 1)
  const [first] = forms
  if (first === undefined) return null
  const gaps = pieces.slice(1).map((piece) => piece.gap)
  const broken = pieces
    .slice(1)
    .some((piece, at) => /[.!?:;]["')]*\s/.test(piece.gap) && !SHORT.has(pieces[at]?.text ?? ''))
  const natural = forms.filter((one) => one.pieces === wordCount(pieces) || one.sort === 'code')
  if (
    natural.length > 0 &&
    !(broken && pieces.some((piece) => piece.text.length > 2 && isOrdinary(piece.text)))
  ) {
    const doubtful = pieces.every((piece) => piece.shape === 'small' && isListedWord(piece.text))
    return { certainty: doubtful ? 'doubtful' : 'certain', reason: first.reason, forms: natural }
  }
  const spelled = pieces.every((piece) => piece.text.length === 1)
  if (spelled) return { certainty: 'certain', reason: 'broken up', forms }
  if (broken) return null
  const visibly = gaps.some((gap) => /[-\n_']/.test(gap))
  if (pieces.every((piece) => isOrdinary(piece.text) || piece.text.length === 1)) {
    const hyphened = gaps.some((gap) => /-|\n/.test(gap))
    return hyphened
      ? { certainty: /-\s*\n/.test(gaps.join('')) ? 'certain' : 'doubtful', reason: 'broken up', forms }
      : null
  }
  if (first.closed.length < 4 && !visibly) return null
  return { certainty: 'certain', reason: 'broken up', forms }
}
