const TITLES =
  /^(?:dr|doctor|mr|mrs|ms|miss|mx|prof|professor|sister|nurse|pc|dc|ds|di|dci|sgt|sergeant|inspector|rev|sir|dame)\.?$/i

/** Small words that belong to the family name after them: "van der Berg". */
const PARTICLES = /^(?:van|von|der|den|de|del|della|di|da|dos|la|le|al|el|bin|ibn|bint|ap|mac|mc|o)$/i

/**
 * Who somebody is, of a name written in one line: titles fall away, what is in brackets after it as well ("Dr Oona Brisk
 * (paediatrician)"), the last word with the small words before it is the family name. A single word is one.
 */
export function fullName(written: string): { givenNames: string[]; familyNames: string[] } {
  const [name = ''] = written.split(/[([,;–]| - /)
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word) && !TITLES.test(word))
    .map((word) => word.slice(0, 120))
    .slice(0, 20)
  let at = words.length - 1
  while (at > 1 && PARTICLES.test(words[at - 1] ?? '')) at -= 1
  const family = words.slice(Math.max(at, 0)).join(' ')
  return { givenNames: words.slice(0, Math.max(at, 0)), familyNames: family === '' ? [] : [family] }
}

/** Small letters without titles and marks: by it two writings are taken for one name. */
export function sameName(written: string): string {
  const words = written
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’‘`.]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !TITLES.test(word))
  return words.join(' ')
}
