import type { Reading, Token } from '../reading/read-text.ts'
import { KIN, TITLES } from '../words/kin-and-titles.ts'
import { isListedWord } from '../words/ordinary-words.ts'
import type { Form } from './form.ts'
import type { Hit } from './hit.ts'
import type { OwnForms } from './own-forms.ts'

/** Initials of own people ("A.K.", "AK", "Baby K") and abbreviations of own places ("SGH"), always in capitals. */
export function findInitials(reading: Reading, own: OwnForms): readonly Hit[] {
  const { tokens } = reading
  return tokens.flatMap((token, at) => {
    const pieces = capitalLetters(tokens, at)
    return [
      ...(token.shape === 'capitals' || token.shape === 'mixed' ? together(token, at, own) : []),
      ...pieces.flatMap((until) => apart(tokens, at, until, own)),
      ...loneLetter(tokens, at, own),
    ]
  })
}

/** "AK": also an abbreviation of the trade, or too short to be sure. */
function together(token: Token, at: number, own: OwnForms): readonly Hit[] {
  const stems =
    token.shape === 'capitals' ? [token.text] : token.text.endsWith('s') ? [token.text.slice(0, -1)] : []
  return stems.flatMap((text) => {
    const people = own.initials.get(text) ?? []
    const places = own.abbreviations.get(text) ?? []
    const listed = isListedWord(text)
    const hits: Hit[] = []
    if (places.length > 0) {
      const named = places.some((one) => one.reason === 'as recorded')
      const sure = named || (text.length >= 3 && !listed)
      hits.push({
        from: at,
        until: at,
        forms: places,
        reason: listed ? 'also an abbreviation' : 'known abbreviation',
        certainty: sure ? 'certain' : 'doubtful',
      })
    }
    if (people.length > 0) {
      hits.push({
        from: at,
        until: at,
        forms: people,
        reason: listed ? 'also an abbreviation' : 'initials',
        certainty: listed ? 'doubtful' : 'certain',
      })
    }
    return hits
  })
}

/** Where runs of single capital letters from here may end. */
function capitalLetters(tokens: readonly Token[], at: number): readonly number[] {
  const ends: number[] = []
  for (let until = at; until < Math.min(tokens.length, at + 5); until += 1) {
    const token = tokens[until]
    if (token === undefined || token.text.length !== 1 || token.shape !== 'capital') break
    if (until > at && !/^(\.? ?|[-/ ])$/.test(token.gap)) break
    if (until > at) ends.push(until)
  }
  return ends
}

function apart(tokens: readonly Token[], from: number, until: number, own: OwnForms): readonly Hit[] {
  const text = tokens
    .slice(from, until + 1)
    .map((token) => token.text)
    .join('')
  const forms: readonly Form[] = [...(own.initials.get(text) ?? []), ...(own.abbreviations.get(text) ?? [])]
  if (forms.length === 0) return []
  const next = tokens[until + 1]
  const goesOn =
    next !== undefined && next.text.length === 1 && next.shape === 'capital' && next.gap.length <= 1
  return [{ from, until, forms, reason: 'initials', certainty: goesOn ? 'doubtful' : 'certain' }]
}

/** "Baby K", "Mrs K". */
function loneLetter(tokens: readonly Token[], at: number, own: OwnForms): readonly Hit[] {
  const [token, before] = [tokens[at], tokens[at - 1]]
  if (token === undefined || before === undefined) return []
  if (token.text.length !== 1 || token.shape !== 'capital' || !/^\.? $/.test(token.gap) || token.opens)
    return []
  if (!KIN.has(before.text) && !TITLES.has(before.text)) return []
  const forms = [...own.initials.values()]
    .flat()
    .filter((one) => one.closed.endsWith(token.text) || one.closed.startsWith(token.text))
  return forms.length === 0 ? [] : [{ from: at, until: at, forms, reason: 'initials', certainty: 'certain' }]
}
