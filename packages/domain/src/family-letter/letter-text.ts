import { z } from 'zod'

/** What a template can leave open, as it is typed between braces. There is no other. */
export const letterPlaceholders = {
  child: 'child’s first name',
  parent: 'parent’s name',
  keyWorker: 'key worker',
  nextDate: 'next date',
  phone: 'phone',
  answers: 'answers',
} as const
export type LetterPlaceholder = keyof typeof letterPlaceholders

/** What stands in place of each. */
export type LetterValues = Readonly<Record<LetterPlaceholder, string>>

/** A placeholder as it is typed: `{key worker}`. */
export const placeholderTyped = (placeholder: LetterPlaceholder): string =>
  `{${letterPlaceholders[placeholder]}}`

const spelled = (inside: string) => inside.trim().replaceAll("'", '’').replace(/\s+/g, ' ').toLowerCase()
const known = new Map<string, LetterPlaceholder>(
  Object.entries(letterPlaceholders).flatMap(([key, words]) =>
    isPlaceholder(key) ? [[spelled(words), key] as const] : [],
  ),
)
function isPlaceholder(key: string): key is LetterPlaceholder {
  return Object.hasOwn(letterPlaceholders, key)
}

/** What stands between braces, and a brace that stands alone. */
const BRACED = /\{([^{}]*)\}|[{}]/g

/** What stands between braces and is no placeholder, as it was typed; a brace alone is one too. None in a good template. */
export function unknownPlaceholders(template: string): string[] {
  const found = [...template.matchAll(BRACED)].filter(([, inside]) => !known.has(spelled(inside ?? '')))
  return [...new Set(found.map(([typed]) => typed))]
}

/** The placeholders a template uses. */
export function placeholdersIn(template: string): LetterPlaceholder[] {
  const used = [...template.matchAll(BRACED)].flatMap(([, inside]) => known.get(spelled(inside ?? '')) ?? [])
  return [...new Set(used)]
}

/**
 * A template with what is known in place. What is empty and stands on a line of its own takes the line with it. What is
 * put in is never read as a placeholder.
 */
export function fillLetter(template: string, values: LetterValues): string {
  const filled = template.replace(BRACED, (typed: string, inside: string | undefined) => {
    const placeholder = known.get(spelled(inside ?? ''))
    return placeholder === undefined ? typed : values[placeholder]
  })
  return filled.replace(/\n{3,}/g, '\n\n').trim()
}

/** What somebody has yet to write: between square brackets in a template, or a placeholder that was typed by hand. */
export function letterGaps(text: string): string[] {
  return [...new Set([...text.matchAll(/\[[^\]]*\]|\{[^}]*\}/g)].map(([gap]) => gap))]
}

/** The longest letter, in characters: about six pages. */
export const LETTER_LIMIT = 20_000

/** The language a letter is in, as areas write it: `english`, `polish`, `urdu`. */
export const LetterLanguage = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z][a-z ()-]{1,49}$/)
  .brand<'LetterLanguage'>()
export type LetterLanguage = z.infer<typeof LetterLanguage>

/** The language the letters here come in. */
export const ENGLISH = LetterLanguage.parse('english')

/** Whether somebody reads a letter in a language: who has no other language recorded reads English. */
export function readsLanguage(language: string | null, letter: LetterLanguage): boolean {
  return (language ?? ENGLISH).trim().toLowerCase() === letter
}
