import { FactorDomain } from './factor.ts'
import type { FactorCodebook } from './factor-codebook.ts'

/** One code of one domain. The same code in two domains is two things. */
export type FactorKey = { readonly domain: FactorDomain; readonly code: string }

/** What became of the codes from one edition of the codebook to the next; one that is not named stays as it is. */
export type CodebookChange = {
  readonly from: string
  readonly to: string
  /** Another code, of the same meaning or a wider one that takes it in. */
  readonly becomes: readonly { readonly was: FactorKey; readonly is: FactorKey }[]
  /** Nothing of the next edition means it: a series of figures ends here. */
  readonly withdrawn: readonly FactorKey[]
}

const same = (one: FactorKey, other: FactorKey) => one.domain === other.domain && one.code === other.code
const has = (book: FactorCodebook, { domain, code }: FactorKey) => Object.hasOwn(book.domains[domain], code)

/** Where a code goes in the next edition; null where the change leads nowhere, which `faultsOf` names. */
function next(
  newer: FactorCodebook,
  change: CodebookChange,
  key: FactorKey,
): FactorKey | 'no-successor' | null {
  if (change.withdrawn.some((one) => same(one, key))) return 'no-successor'
  const is = change.becomes.find(({ was }) => same(was, key))?.is ?? key
  return has(newer, is) ? is : null
}

/**
 * Every code of the older edition of which the change does not say where it goes, or says so twice, and every code it names
 * that the older edition has not; none for a change that may be used.
 */
export function faultsOf(older: FactorCodebook, newer: FactorCodebook, change: CodebookChange): FactorKey[] {
  const named = [...change.becomes.map(({ was }) => was), ...change.withdrawn]
  const twice = named.filter((one) => named.filter((other) => same(one, other)).length > 1)
  const unknown = named.filter((one) => !has(older, one))
  const lost = FactorDomain.options.flatMap((domain) =>
    Object.keys(older.domains[domain])
      .map((code): FactorKey => ({ domain, code }))
      .filter((key) => next(newer, change, key) === null),
  )
  return [...unknown, ...twice, ...lost]
}

/**
 * A code of an edition as it is called in a later one, edition by edition; `no-successor` once nothing means it any more.
 * @throws RangeError where no changes lead there, or the code is none of the edition
 */
export function inLaterEdition(
  editions: readonly FactorCodebook[],
  changes: readonly CodebookChange[],
  { from, to, key }: { from: string; to: string; key: FactorKey },
): FactorKey | 'no-successor' {
  const edition = (version: string) => {
    const found = editions.find((one) => one.version === version)
    if (found === undefined) throw new RangeError(`no edition ${version} of the codebook`)
    return found
  }
  if (!has(edition(from), key)) throw new RangeError('no such code in the edition')
  let [version, found] = [from, key]
  while (version !== to) {
    const change = changes.find((one) => one.from === version)
    if (change === undefined) throw new RangeError(`no changes lead from edition ${from} to ${to}`)
    const successor = next(edition(change.to), change, found)
    if (successor === null) throw new RangeError('the change of the codebook loses a code')
    if (successor === 'no-successor') return successor
    ;[version, found] = [change.to, successor]
  }
  return found
}
