/** What a factor means, one example of it, and other words for it. */
export type FactorMeaning = {
  readonly label: string
  readonly definition: string
  readonly example: string
  readonly synonyms: readonly string[]
}
