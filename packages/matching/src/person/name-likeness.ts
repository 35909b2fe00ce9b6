import { folded } from '../text/fold.ts'
import { jaroWinkler } from '../text/jaro-winkler.ts'
import type { MatchPerson } from './match-person.ts'

/** The words of a name as they are looked for: folded, without single letters. */
export function wordsOfName(typed: string): readonly string[] {
  return [
    ...new Set(
      folded(typed)
        .split(' ')
        .filter((word) => word.length > 1),
    ),
  ]
}

/** How well the names of a child answer to what somebody typed, 0 to 1: each typed word by the name most like it. */
export function nameLikeness(typed: string, child: MatchPerson): number {
  const asked = wordsOfName(typed)
  const names = [child.familyName, child.givenNames ?? '', child.alsoKnownAs ?? ''].flatMap(wordsOfName)
  if (asked.length === 0) return 0
  const sum = asked.reduce(
    (total, word) => total + Math.max(0, ...names.map((name) => jaroWinkler(word, name))),
    0,
  )
  return sum / asked.length
}
