import type { OrganisationKind } from '../organisation/organisation.ts'
import { isInUse } from '../organisation/organisation.ts'
import type { PlainDate } from '../plain-date/plain-date.ts'

/** What of an organisation of the directory a proposal is held against. */
export type DirectoryEntry = {
  readonly organisationId: string
  readonly name: string
  readonly kind: OrganisationKind
  readonly odsCode: string | null
  readonly gssCode: string | null
  readonly activeFrom: PlainDate | null
  readonly activeTo: PlainDate | null
}

/** By what an organisation was found: its code, its name, or its kind alone. */
export type FoundBy = 'code' | 'name' | 'kind'

/** An organisation of the directory that a proposal may mean. */
export type DirectoryMatch<Entry extends DirectoryEntry> = { readonly entry: Entry; readonly by: FoundBy }

const wordsOf = (typed: string): string[] =>
  typed
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && word !== 'the')

/** Two ways of writing one name: accents, small letters, punctuation and "the" make no difference. */
export function isSameName(one: string, other: string): boolean {
  const words = wordsOf(one)
  return words.length > 0 && words.join(' ') === wordsOf(other).join(' ')
}

/** The name was written with the organisation's own code beside it. */
const hasCode = (named: string, code: string | null): boolean =>
  code !== null && wordsOf(named).includes(code.toLowerCase())

/** How a name that was notified means an organisation; null when it means another or none. */
export function meansEntry(named: string, entry: DirectoryEntry): 'code' | 'name' | null {
  if (hasCode(named, entry.odsCode) || hasCode(named, entry.gssCode)) return 'code'
  return isSameName(named, entry.name) ? 'name' : null
}

/**
 * The organisations that can be asked today which a proposed kind of agency may mean, the surest first: by a code, by
 * the name that was notified, then every other of the kind. An authority is known by its code, so where one with the
 * right code is in the directory, no other of its kind is named.
 * @param names of organisations of this kind, as they were notified
 * @param authorities GSS codes of the authorities that had to do with the child
 */
export function matchDirectory<Entry extends DirectoryEntry>(
  kind: OrganisationKind,
  { names, authorities }: { names: readonly string[]; authorities: readonly string[] },
  directory: readonly Entry[],
  today: PlainDate,
): DirectoryMatch<Entry>[] {
  const found = directory
    .filter((entry) => entry.kind === kind && isInUse(entry, today))
    .map((entry): DirectoryMatch<Entry> => {
      const byCode = entry.gssCode !== null && authorities.includes(entry.gssCode)
      const meant = names.map((named) => meansEntry(named, entry))
      const by = byCode || meant.includes('code') ? 'code' : meant.includes('name') ? 'name' : 'kind'
      return { entry, by }
    })
  const sure = found.filter(({ by }) => by !== 'kind')
  const byAuthority = found.some(({ entry }) => entry.gssCode !== null && authorities.includes(entry.gssCode))
  const others = byAuthority ? [] : found.filter(({ by }) => by === 'kind')
  const order: Readonly<Record<FoundBy, number>> = { code: 0, name: 1, kind: 2 }
  return [...sure, ...others].sort((one, other) => order[one.by] - order[other.by])
}

/** The names that were notified and mean no organisation of the directory in use today: they are to be added. */
export function notInDirectory(
  names: readonly string[],
  directory: readonly DirectoryEntry[],
  today: PlainDate,
): string[] {
  const inUse = directory.filter((entry) => isInUse(entry, today))
  return [...new Set(names)].filter((named) => inUse.every((entry) => meansEntry(named, entry) === null))
}

/**
 * The organisations a coordinator most likely means: those found by code or name, or the only one of its kind where the
 * notification named no other.
 */
export function surelyMeant<Entry extends DirectoryEntry>(
  matches: readonly DirectoryMatch<Entry>[],
  names: readonly string[],
): Entry[] {
  const sure = matches.filter(({ by }) => by !== 'kind')
  if (sure.length > 0) return sure.map(({ entry }) => entry)
  return matches.length === 1 && names.length === 0 ? matches.map(({ entry }) => entry) : []
}
