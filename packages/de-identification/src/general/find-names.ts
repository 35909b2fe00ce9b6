import type { PlaceKind, Profession } from '../case-identifiers.ts'
import type { Candidate, FindingReason, Instead } from '../finding.ts'
import { STREET_KINDS } from '../own/place-forms.ts'
import type { Reading, Token } from '../reading/read-text.ts'
import { KIN, STAFF_TITLES, TITLES } from '../words/kin-and-titles.ts'
import { isOrdinary } from '../words/ordinary-words.ts'

const INSTITUTIONS: ReadonlyMap<string, PlaceKind> = new Map([
  ['hospital', 'hospital'],
  ['infirmary', 'hospital'],
  ['hospice', 'hospice'],
  ['school', 'school'],
  ['academy', 'school'],
  ['college', 'school'],
  ['primary', 'school'],
  ['nursery', 'nursery'],
  ['preschool', 'nursery'],
  ['playgroup', 'nursery'],
  ['surgery', 'GP practice'],
  ['practice', 'GP practice'],
  ['constabulary', 'police force'],
  ['police', 'police force'],
  ['council', 'local authority'],
  ['church', 'organisation'],
  ['mosque', 'organisation'],
  ['gurdwara', 'organisation'],
  ['temple', 'organisation'],
  ['trust', 'organisation'],
  ['station', 'local place'],
  ['park', 'local place'],
])

/** Hospitals known by their letters, whoever's case it is. */
const LETTERED = new Set('gosh lgi rvi uhw bch rmch ahch jr2 qmc bri uclh rlh ght uhnm hri pgh'.split(' '))

type Made = {
  from: number
  until: number
  reason: FindingReason
  kind: Candidate['kind']
  instead: Instead
  certain: boolean
  weight: number
}

/** Names that are nobody's of this case as far as is known: behind a title or kin, of institutions, or only unknown. */
export function findNames(reading: Reading): readonly Candidate[] {
  const { tokens } = reading
  const small = new Set(tokens.filter((token) => token.shape === 'small').map((token) => token.text))
  return tokens
    .flatMap((_, at) => [
      ...titled(tokens, at),
      ...institution(tokens, at),
      ...street(tokens, at),
      ...unknown(tokens, at, small),
    ])
    .map(({ from, until, certain, ...rest }) => ({
      ...rest,
      start: tokens[from]?.start ?? 0,
      end: tokens[until]?.end ?? 0,
      certainty: certain ? ('certain' as const) : ('doubtful' as const),
      own: false,
    }))
}

const somebody = (profession: Profession | null, name: string): Instead =>
  profession === null
    ? { type: 'words', words: 'name' }
    : { type: 'entity', entity: { type: 'staff', key: `named:${name}`, profession } }

const isCapital = (token: Token | undefined): token is Token =>
  token !== undefined && token.shape !== 'small' && token.shape !== 'figures'

/** "Dr A. Patel", "PC 4512", "Mrs Ollerton". */
function titled(tokens: readonly Token[], at: number): readonly Made[] {
  const title = tokens[at]
  if (title === undefined) return []
  const profession = STAFF_TITLES.get(title.text) ?? null
  const everyday = TITLES.has(title.text)
  if (profession === null && !everyday) return []
  const word = profession !== null && title.text.length > 4
  let first = at + 1
  while (first < at + 3 && isInitial(tokens[first]) && /^\.? ?$/.test(tokens[first]?.gap ?? '')) first += 1
  const name = tokens[first]
  if (name === undefined || !/^[.,:]?[ \n]{0,2}$/.test(name.gap)) return []
  const instead = somebody(profession, name.text)
  const base = {
    from: word ? first : at,
    reason: 'title before a name' as const,
    kind: 'name of staff' as const,
    instead,
    weight: 55,
  }
  if (
    profession === 'police officer' &&
    name.shape === 'figures' &&
    name.text.length >= 3 &&
    name.text.length <= 6
  ) {
    return [{ ...base, until: first, certain: true }]
  }
  const risky = new Set([
    'ds',
    'di',
    'ps',
    'ms',
    'fr',
    'sw',
    'dc',
    'hv',
    'lady',
    'sir',
    'miss',
    'master',
    'doctor',
  ])
  const nameless = isOrdinary(name.text)
  if (name.shape === 'small' || name.shape === 'figures') {
    return !word && !nameless && name.shape === 'small' && name.text.length > 2 && !risky.has(title.text)
      ? [{ ...base, until: first, certain: false }]
      : []
  }
  if (name.text.length === 1 || (nameless && (word || risky.has(title.text) || name.shape === 'capitals')))
    return []
  const after = tokens[first + 1]
  const double =
    isCapital(after) && /^[ '-]$/.test(after.gap) && !isOrdinary(after.text) && after.text.length > 1
  return [
    {
      ...base,
      until: double ? first + 1 : first,
      certain: !(word && name.opens) && /[A-Z]/i.test(name.text),
    },
  ]
}

const isInitial = (token: Token | undefined): boolean =>
  token !== undefined && token.text.length === 1 && token.shape === 'capital'

/** "Ollerton General Hospital", "GOSH". */
function institution(tokens: readonly Token[], at: number): readonly Made[] {
  const token = tokens[at]
  if (token === undefined) return []
  if (LETTERED.has(token.text) && token.shape === 'capitals') {
    return [
      {
        ...place('hospital', token.text),
        from: at,
        until: at,
        reason: 'known abbreviation',
        certain: true,
        weight: 52,
      },
    ]
  }
  const kind = INSTITUTIONS.get(token.text)
  if (kind === undefined || !isCapital(token)) return []
  let from = at
  while (from > 0 && at - from < 6) {
    const [before, next] = [tokens[from - 1], tokens[from]]
    const small = ['of', 'and', 'the'].includes(before?.text ?? '') && isCapital(tokens[from - 2])
    if (!(isCapital(before) || small) || !/^(\.? |-|'|' )$/.test(next?.gap ?? '')) break
    from -= 1
  }
  const named = tokens.slice(from, at)
  const telling = named.filter((one) => isCapital(one) && !isOrdinary(one.text) && one.text.length > 1)
  const unsure = named.filter((one) => isCapital(one) && !INSTITUTIONS.has(one.text) && one.text.length > 1)
  if (telling.length === 0 && unsure.length < (tokens[from]?.opens === true ? 2 : 1)) return []
  const all = tokens
    .slice(from, at + 1)
    .map((one) => one.text)
    .join(' ')
  return [
    {
      ...place(kind, all),
      from,
      until: at,
      reason: 'name of an institution',
      certain: telling.length > 0,
      weight: 51,
    },
  ]
}

function place(kind: PlaceKind, name: string) {
  const instead: Instead = { type: 'entity', entity: { type: 'place', key: `named:${name}`, kind } }
  return { kind: 'place' as const, instead }
}

/** "14 Ollerton Lane"; without a number a person must look. */
function street(tokens: readonly Token[], at: number): readonly Made[] {
  const token = tokens[at]
  if (!isCapital(token) || token.text.length < 2 || !STREET_KINDS.has(token.text)) return []
  let from = at
  while (from > 0 && at - from < 3 && isCapital(tokens[from - 1]) && /^ $|^'$/.test(tokens[from]?.gap ?? ''))
    from -= 1
  if (from === at) return []
  const before = tokens[from - 1]
  const numbered =
    before !== undefined && /^\d{1,4}[a-z]?$/.test(before.text) && /^,? $/.test(tokens[from]?.gap ?? '')
  const telling = tokens.slice(from, at).some((one) => !isOrdinary(one.text) && one.text.length > 2)
  if (!numbered && !telling) return []
  const words: Instead = { type: 'words', words: 'address' }
  return [
    {
      from: numbered ? from - 1 : from,
      until: at,
      reason: 'form of an address',
      kind: 'address',
      instead: words,
      certain: numbered,
      weight: 50,
    },
  ]
}

/** Capitals in the middle of a sentence that no list explains; two of them, or one behind a word of kin. */
function unknown(tokens: readonly Token[], at: number, small: ReadonlySet<string>): readonly Made[] {
  const token = tokens[at]
  if (!isUnknown(token, small)) return []
  const [before, after] = [tokens[at - 1], tokens[at + 1]]
  const base = {
    from: at,
    kind: 'name of somebody' as const,
    instead: somebody(null, token.text),
    certain: false,
    weight: 20,
  }
  if (isUnknown(after, small) && /^[ '-]$/.test(after.gap))
    return [{ ...base, until: at + 1, reason: 'two unknown names', weight: 22 }]
  const kin = before !== undefined && KIN.has(before.text) && token.gap === ' '
  if (kin) return [{ ...base, until: at, reason: 'kin before a name', weight: 21 }]
  return [{ ...base, until: at, reason: 'unknown name' }]
}

function isUnknown(token: Token | undefined, small: ReadonlySet<string>): token is Token {
  if (!isCapital(token) || token.text.length < 3 || /\d/.test(token.text)) return false
  if (token.shape === 'capitals' && token.text.length < 5) return false
  return !isOrdinary(token.text) && !(token.opens && small.has(token.text))
}
