import { soundOf } from '@cdop/matching'
import type { CaseIdentifiers } from '../case-identifiers.ts'
import { closed } from '../reading/read-text.ts'
import { type Form, form, words } from './form.ts'
import { familyForms, staffForms } from './name-forms.ts'
import { addressForms, placeForms } from './place-forms.ts'

/** Everything a case's own identifiers may look like, put where it is looked up. */
export type OwnForms = {
  readonly exact: ReadonlyMap<string, readonly Form[]>
  /** Codes, with o for 0 and l for 1 evened out. */
  readonly codes: ReadonlyMap<string, readonly Form[]>
  readonly initials: ReadonlyMap<string, readonly Form[]>
  readonly abbreviations: ReadonlyMap<string, readonly Form[]>
  /** What may be mistyped, by its length. */
  readonly byLength: ReadonlyMap<number, readonly Form[]>
  /** Of these the ones of several words, and codes. */
  readonly phrases: ReadonlyMap<number, readonly Form[]>
  readonly bySound: ReadonlyMap<string, readonly Form[]>
  /** Names that may stand inside a longer word. */
  readonly inside: readonly Form[]
  readonly longest: number
}

/** o and 0, l, i and 1 are one. */
export const evened = (text: string) => text.replaceAll('o', '0').replace(/[li]/g, '1')

const PROVIDERS = new Set(
  'gmail googlemail hotmail outlook yahoo icloud live aol btinternet sky nhs com net org co uk gov ac example sch police doctors me msn mail'.split(
    ' ',
  ),
)

function codeForms(known: CaseIdentifiers): readonly Form[] {
  const references = known.references.map((reference) =>
    form(closed(reference), {
      sort: 'code',
      kind: 'reference',
      instead: words('reference'),
      reason: 'as recorded',
    }),
  )
  const mail = { kind: 'e-mail address' as const, instead: words('e-mail address'), sort: 'code' as const }
  const addresses = known.emails.flatMap((email) => {
    const [local = '', domain = ''] = email.split('@')
    const own = domain.split('.').filter((label) => !PROVIDERS.has(closed(label)))
    return [
      form(closed(email), { ...mail, reason: 'as recorded' }),
      form(closed(email.replaceAll('@', 'at').replaceAll('.', 'dot')), {
        ...mail,
        reason: 'written in words',
      }),
      ...[local, ...own]
        .map(closed)
        .filter((part) => part.length >= 5)
        .map((part) => form(part, { ...mail, reason: 'part of it' })),
    ]
  })
  return [...references, ...addresses].filter((one) => one.closed.length >= 3)
}

function put<Key>(map: Map<Key, Form[]>, key: Key, one: Form): void {
  const there = map.get(key)
  if (there === undefined) map.set(key, [one])
  else there.push(one)
}

/** Prepares the identifiers of a case once for all its narratives. */
export function ownForms(known: CaseIdentifiers): OwnForms {
  const all = [
    ...known.family.flatMap(familyForms),
    ...known.staff.flatMap(staffForms),
    ...known.places.flatMap(placeForms),
    ...known.addresses.flatMap(addressForms),
    ...codeForms(known),
  ]
  const exact = new Map<string, Form[]>()
  const codes = new Map<string, Form[]>()
  const initials = new Map<string, Form[]>()
  const abbreviations = new Map<string, Form[]>()
  const byLength = new Map<number, Form[]>()
  const phrases = new Map<number, Form[]>()
  const bySound = new Map<string, Form[]>()
  const inside: Form[] = []
  const seen = new Set<string>()
  let longest = 0
  for (const one of all) {
    const about = one.instead.type === 'entity' ? one.instead.entity.key : one.instead.words
    const same = `${one.closed}|${one.sort === 'nickname' ? 'given' : one.sort}|${about}`
    if (seen.has(same)) continue
    seen.add(same)
    if (one.sort === 'initials') put(initials, one.closed, one)
    else if (one.sort === 'abbreviation') put(abbreviations, one.closed, one)
    else put(exact, one.closed, one)
    if (one.sort === 'code') put(codes, evened(one.closed), one)
    longest = Math.max(longest, one.closed.length)
    if (mayBeMistyped(one)) put(byLength, one.closed.length, one)
    if (mayBeMistyped(one) && (one.pieces > 1 || one.sort === 'code')) put(phrases, one.closed.length, one)
    if (mayBeMistyped(one) && one.sort !== 'code' && one.pieces === 1 && one.closed.length >= 4) {
      put(bySound, soundOf(one.closed), one)
    }
    const name = one.sort === 'given' || one.sort === 'family' || one.sort === 'nickname'
    if (name && one.closed.length >= 4 && !one.ordinary) inside.push(one)
  }
  return { exact, codes, initials, abbreviations, byLength, phrases, bySound, inside, longest }
}

function mayBeMistyped(one: Form): boolean {
  if (one.sort === 'initials' || one.sort === 'abbreviation') return false
  if (one.sort === 'code') return one.closed.length >= 6
  return one.closed.length >= 3 && !(one.reason === 'short form' && one.closed.length < 5)
}
