import { FactorDomain } from './factor.ts'
import { type FactorCodebook, plainWords } from './factor-codebook.ts'
import type { FactorMeaning } from './factor-meaning.ts'

export type CodebookEntry = FactorMeaning & { readonly domain: FactorDomain; readonly code: string }

/** Every entry of an edition, in the order of its domains. */
export function codebookEntries(book: FactorCodebook): CodebookEntry[] {
  return FactorDomain.options.flatMap((domain) =>
    Object.entries(book.domains[domain]).map(([code, meaning]) => ({ domain, code, ...meaning })),
  )
}

/**
 * The entries in whose name, definition, example or other words each of the words begins somewhere; those so called, or
 * with a word of their name, first. All of them without words.
 */
export function searchCodebook(book: FactorCodebook, words: string): CodebookEntry[] {
  const asked = plainWords(words).split(' ').filter(Boolean)
  const begins = (texts: readonly string[]) => {
    const found = ` ${texts.map(plainWords).join(' ')}`
    return asked.every((word) => found.includes(` ${word}`))
  }
  const entries = codebookEntries(book)
  const named = entries.filter(({ label, synonyms }) => begins([label, ...synonyms]))
  const rest = entries.filter((entry) => !named.includes(entry))
  return [
    ...named,
    ...rest.filter((one) => begins([one.label, one.definition, one.example, ...one.synonyms])),
  ]
}
