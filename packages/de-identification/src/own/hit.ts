import type { Judged } from './judge.ts'

/** A run of words that is one of the case's own identifiers. `until` is the last word. */
export type Hit = Judged & { readonly from: number; readonly until: number }
