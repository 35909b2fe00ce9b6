import { z } from 'zod'

/**
 * The two populations of child death review. Deaths are counted by date of death, reviews by date of review
 * whatever the year of death; a figure made of both means nothing.
 */
export const Population = z.enum(['deaths', 'reviews'])
export type Population = z.infer<typeof Population>

/** How each population is named on every table and file. */
export const populationNames: Readonly<Record<Population, string>> = {
  deaths: 'Deaths of children aged 0 to 17, counted by date of death',
  reviews: 'Reviews completed by the panel, counted by date of review whatever the year of death',
}

/** A whole number of things of one population: `Count<'deaths'>` and `Count<'reviews'>` do not mix. */
export type Count<P extends Population = Population> = Readonly<{ population: P; value: number }>

/** Raised when a figure would be made of deaths and reviews together. */
export class MixedPopulations extends Error {
  override name = 'MixedPopulations'
}

const whole = z.int().nonnegative()

/** So many deaths. Throws unless `value` is a whole number of 0 or more. */
export function deaths(value: number): Count<'deaths'> {
  return { population: 'deaths', value: whole.parse(value) }
}

/** So many reviews. Throws unless `value` is a whole number of 0 or more. */
export function reviews(value: number): Count<'reviews'> {
  return { population: 'reviews', value: whole.parse(value) }
}

/** A count of the named population, for code that learns the population from a measure. */
export function countOf<P extends Population>(population: P, value: number): Count<P> {
  return { population, value: whole.parse(value) }
}

/** Throws `MixedPopulations` unless both counts are of one population: the rule of the types, kept at run time. */
export function requireOnePopulation(one: Count, other: Count): void {
  if (one.population !== other.population) {
    throw new MixedPopulations(`a figure cannot be made of ${one.population} and ${other.population}`)
  }
}
