/** One or both records do not say: neither for nor against. */
export const NOT_COMPARED = -1

/** One aspect two records are compared in, such as "surname", and what that can come to, the most alike first. */
export type Aspect = {
  readonly name: string
  readonly levels: readonly string[]
}

/** How two records of one kind are compared. What differs from one kind of record to another stands here alone. */
export type Comparison<Kept> = {
  readonly aspects: readonly Aspect[]
  /** The level reached in each aspect, or `NOT_COMPARED`; the same whichever record comes first. */
  compare(one: Kept, other: Kept): readonly number[]
  /** For each aspect the value whose rarity counts when two records share it, or null when rarity says nothing. */
  termsOf(kept: Kept): readonly (string | null)[]
  /**
   * Words, parts and sounds by which records like this one are found, those of one aspect in one group: two records of
   * one person should share some rare ones whatever was mistyped.
   */
  cluesOf(kept: Kept): readonly (readonly string[])[]
}
