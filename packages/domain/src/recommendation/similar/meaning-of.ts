import { sameMeaning, saysNothing } from './synonyms.ts'

const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[’']s\b/g, '')
    .replaceAll(/[’']/g, '')
    .replaceAll(/[^a-z0-9&/]+/g, ' ')
    .trim()

const ENDINGS = [
  'ations',
  'ation',
  'ments',
  'ment',
  'ings',
  'ing',
  'ied',
  'edly',
  'ers',
  'ed',
  'es',
  'er',
  'ly',
  's',
  'e',
  'y',
] as const

/** A word without its ending, so that "assess", "assessed" and "assessments" are one. At least four letters stay. */
function stemOf(word: string): string {
  let stem = word.replace(/(?<=..)ies$/, 'y')
  for (let pass = 0; pass < 2; pass += 1) {
    const ending = ENDINGS.find((end) => stem.endsWith(end) && stem.length - end.length >= 4)
    if (ending === undefined) break
    stem = stem.slice(0, -ending.length)
  }
  return stem.length > 4 && stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : stem
}

const stems = (phrase: string) => plain(phrase).split(' ').filter(Boolean).map(stemOf)

/** What each phrase of the tables means, by its stems: the longest phrases first. */
const meanings: ReadonlyMap<string, string> = new Map(
  sameMeaning.flatMap((phrases, meaning) =>
    phrases.map((phrase) => [stems(phrase).join(' '), `~${meaning}`]),
  ),
)
const LONGEST = Math.max(...[...meanings.keys()].map((phrase) => phrase.split(' ').length))

/** A text as the meanings of its words, in their order: what means the same is the same, and empty words are left out. */
export function meaningOf(text: string): string[] {
  const words = plain(text).split(' ').filter(Boolean)
  const stemmed = words.map(stemOf)
  const found: string[] = []
  for (let at = 0; at < words.length; ) {
    let length = Math.min(LONGEST, words.length - at)
    let meaning: string | undefined
    for (; length > 0; length -= 1) {
      meaning = meanings.get(stemmed.slice(at, at + length).join(' '))
      if (meaning !== undefined) break
    }
    if (meaning !== undefined) found.push(meaning)
    else if (!saysNothing.has(words[at] ?? '')) found.push(stemmed[at] ?? '')
    at += Math.max(length, 1)
  }
  return found
}
