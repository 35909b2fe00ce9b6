/** Written in place of a name that was never given: says nothing of the child. */
const PLACEHOLDERS = new Set([
  'not',
  'yet',
  'named',
  'unnamed',
  'unknown',
  'baby',
  'infant',
  'boy',
  'girl',
  'twin',
])

/** Names that are also everyday words. Alone and in small letters they are taken for the word. */
const EVERYDAY = new Set(
  'a am an and any as ask at be but by can day de do for from go good grace had has he her his hope i if in is it joy june may me mark my no of on or our out ran rose say see she so sun summer than the them they to too up van war was way we were will with young'.split(
    ' ',
  ),
)

const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
}

/** Small letters without marks: "Éva Łuczak" and "eva luczak" are one name. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßøłđðþæœı]/g, (letter) => PLAIN[letter] ?? letter)
}

const APOSTROPHES = /(?<=[\p{L}\p{M}])['’‘`](?=\p{L})/gu
const JOINERS = /(?<=[\p{L}\p{M}])['’‘`\-‐‑](?=\p{L})/gu

/** "O’Brien-Luczak", "OBrien-Luczak" and "OBrienLuczak" are ways to write one name. */
function writings(text: string): readonly string[] {
  return [text, text.replace(APOSTROPHES, ''), text.replace(JOINERS, '')]
}

type Word = { folded: string; capital: boolean; opens: boolean }

/** The words of a text; `opens` says it stands where any word would be written with a capital. */
function wordsOf(text: string): readonly Word[] {
  const found: Word[] = []
  for (const match of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    const [word] = match
    const before = text.slice(Math.max(0, match.index - 3), match.index)
    const opens = match.index === 0 || /[.!?:\n]["'”’)\s]*$/u.test(before)
    found.push({ folded: folded(word), capital: /^\p{Lu}/u.test(word), opens })
  }
  return found
}

/** The parts of a name a text could give away; single Latin letters are no part. */
function partsOf(name: string): readonly string[] {
  return wordsOf(name)
    .map((word) => word.folded)
    .filter((part) => !PLACEHOLDERS.has(part) && (part.length > 1 || !/^[a-z]$/.test(part)))
}

function gives(words: readonly Word[], parts: ReadonlySet<string>): boolean {
  return words.some((word, index) => {
    if (!parts.has(word.folded)) return false
    if (!EVERYDAY.has(word.folded)) return true
    const beside = [words[index - 1], words[index + 1]]
    return (
      (word.capital && !word.opens) || beside.some((other) => other !== undefined && parts.has(other.folded))
    )
  })
}

/**
 * True when a text contains any part of the child's names: whole words, whatever the capitals, accents, apostrophes or
 * hyphens. A part that is an everyday word ("Will", "May") counts when written as a name or beside another part.
 */
export function namesIn(text: string, child: { familyName: string; givenNames: string }): boolean {
  const parts = new Set([child.familyName, child.givenNames].flatMap(writings).flatMap(partsOf))
  if (writings(text).some((written) => gives(wordsOf(written), parts))) return true
  // Scripts that do not part their words.
  const whole = folded(text)
  return [...parts].some((part) => !/\p{Script=Latin}/u.test(part) && whole.includes(part))
}
