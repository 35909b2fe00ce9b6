import { PlainDate } from '../plain-date/plain-date.ts'
import type { FactorDomain } from './factor.ts'
import type { FactorMeaning } from './factor-meaning.ts'
import { intrinsicFactors } from './intrinsic-factors.ts'
import { physicalFactors } from './physical-factors.ts'
import { serviceFactors } from './service-factors.ts'
import { socialFactors } from './social-factors.ts'

/** A codebook as it applied from a day on. */
export type FactorCodebook = {
  readonly version: string
  readonly from: PlainDate
  /** The words are this product's own and were not checked against a published codebook. */
  readonly wording: 'own-unverified'
  readonly domains: Record<FactorDomain, Readonly<Record<string, FactorMeaning>>>
}

/** Every edition, the newest first. */
export const codebookEditions: readonly FactorCodebook[] = [
  {
    version: '2026-04-01',
    from: PlainDate.parse('2019-04-01'),
    wording: 'own-unverified',
    domains: {
      intrinsic: intrinsicFactors,
      social: socialFactors,
      physical: physicalFactors,
      service: serviceFactors,
    },
  },
]

/** The codebook that applies on a day; null for a day before the first. */
export function factorCodebook(on: PlainDate): FactorCodebook | null {
  return codebookEditions.find(({ from }) => from <= on) ?? null
}

/** Words as they are compared: small letters, nothing between them but one space. */
export const plainWords = (words: string): string =>
  words
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/[^a-z0-9']+/g, ' ')
    .trim()

/** The code of a domain that is called so, by its own name or a synonym; null where none is. */
export function factorCalled(codebook: FactorCodebook, domain: FactorDomain, words: string): string | null {
  const called = plainWords(words)
  const found = Object.entries(codebook.domains[domain]).find(([, { label, synonyms }]) =>
    [label, ...synonyms].some((name) => plainWords(name) === called),
  )
  return found?.[0] ?? null
}
