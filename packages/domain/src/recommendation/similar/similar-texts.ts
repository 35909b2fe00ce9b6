import { meaningOf } from './meaning-of.ts'

type Weights = ReadonlyMap<string, number>

/** A text looked for among others: what it is, and what it is known by. */
type Searched<Of> = { readonly of: Of; readonly text: string }
type Similar<Of> = { readonly of: Of; readonly likeness: number }

function weighed(meanings: readonly string[], rarity: (meaning: string) => number): Weights {
  const counts = new Map<string, number>()
  for (const meaning of meanings) counts.set(meaning, (counts.get(meaning) ?? 0) + 1)
  const weights = new Map(
    [...counts].map(([meaning, count]) => [meaning, (1 + Math.log(count)) * rarity(meaning)]),
  )
  const length = Math.hypot(...weights.values())
  return length === 0
    ? new Map()
    : new Map([...weights].map(([meaning, weight]) => [meaning, weight / length]))
}

/**
 * The texts that mean most nearly the same as one, the nearest first: by how many of their words mean the same, those that
 * few texts have counting most. From 0, nothing in common, to 1. The same question always has the same answer.
 */
export function mostSimilar<Of>(text: string, among: readonly Searched<Of>[], most: number): Similar<Of>[] {
  const asked = meaningOf(text)
  const all = among.map((one) => ({ ...one, meanings: meaningOf(one.text) }))
  const having = new Map<string, number>()
  for (const { meanings } of all) {
    for (const meaning of new Set(meanings)) having.set(meaning, (having.get(meaning) ?? 0) + 1)
  }
  const rarity = (meaning: string) => Math.log(1 + (all.length + 1) / (1 + (having.get(meaning) ?? 0)))
  const wanted = weighed(asked, rarity)
  return all
    .map(({ of, meanings }, place) => {
      let likeness = 0
      for (const [meaning, weight] of weighed(meanings, rarity))
        likeness += weight * (wanted.get(meaning) ?? 0)
      return { of, likeness: Math.min(1, likeness), place }
    })
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness || a.place - b.place)
    .slice(0, most)
    .map(({ of, likeness }) => ({ of, likeness }))
}
