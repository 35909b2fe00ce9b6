import {
  type CategoryOfDeath,
  categoryNames,
  type FactorDomain,
  type FactorRating,
  type FoundWhen,
  factorCodebook,
  type Modifiability,
  type PlainDate,
} from '@cdop/domain'

/** The four domains, short. */
export const domainWords: Record<FactorDomain, string> = {
  intrinsic: 'Factors in the child',
  social: 'Social environment',
  physical: 'Physical environment',
  service: 'Service provision',
}

export const foundWhenWords: Record<FoundWhen, string> = {
  recorded: 'Recorded at all',
  'may-have': 'May have contributed to the death',
  modifiable: 'Called modifiable',
}

/** What was said of a factor. */
export const ratingWords: Record<FactorRating, string> = {
  'not-judged': 'No information on its domain',
  'not-found': 'Not recorded',
  unlikely: 'Recorded, unlikely to have contributed',
  'may-have': 'May have contributed, not modifiable',
  modifiable: 'May have contributed, modifiable',
}

/** What was answered for a domain. */
export const domainAnswerWords: Record<'no-information' | 'none-identified' | 'factors', string> = {
  'no-information': 'No information',
  'none-identified': 'None identified',
  factors: 'Factors identified',
}

export const outcomeWords: Record<Modifiability, string> = {
  'modifiable-factors-identified': 'Modifiable factors identified',
  'no-modifiable-factors': 'No modifiable factors identified',
  'inadequate-information': 'Inadequate information to judge',
}

export const categoryWords = (category: CategoryOfDeath): string => `${category}. ${categoryNames[category]}`

/** What each factor of the codebook of a day is called, by its code. */
export function factorNames(day: PlainDate): ReadonlyMap<string, string> {
  const codebook = factorCodebook(day)
  if (codebook === null) return new Map()
  return new Map(
    Object.values(codebook.domains).flatMap((factors) =>
      Object.entries(factors).map(([code, { label }]) => [code, label] as const),
    ),
  )
}
