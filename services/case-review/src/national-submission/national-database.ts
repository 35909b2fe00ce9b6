import type { NationalProblem, NotSentReason } from '@cdop/domain'

/** What the national database said to a submission. */
export type SubmissionAnswer =
  | { readonly answer: 'accepted'; readonly receipt: string }
  | { readonly answer: 'rejected'; readonly problems: readonly Pick<NationalProblem, 'field' | 'code'>[] }
  /** Under this key it holds another content. */
  | { readonly answer: 'differs' }
  /** This key was withdrawn, before or after anything came under it: nothing is ever accepted under it again. */
  | { readonly answer: 'withdrawn' }

/** What it holds under a key. */
export type HeldSubmission = {
  readonly state: 'accepted' | 'withdrawn'
  /** SHA-256 of the content in hex; null when it was withdrawn before it came. */
  readonly contentHash: string | null
  readonly receipt: string
}

/**
 * The national database as this product needs it. Under one key one content is accepted at most, with one receipt,
 * however often it comes; withdrawing a key is final, also of what is still on its way. docs/national-submission.md says
 * how it is spoken to. @throws NationalDatabaseAway when nobody can say what became of the call, NationalDatabaseRefuses when
 * it takes none from this service
 */
export type NationalDatabase = {
  /** `content` is canonical JSON. */
  submit(key: string, content: string): Promise<SubmissionAnswer>
  /** Null when nothing ever came under the key. */
  find(key: string): Promise<HeldSubmission | null>
  withdraw(key: string, because: NotSentReason): Promise<{ readonly receipt: string }>
}

/** The national database each panel, by the code of its area, sends to; null where nobody has set one for it. */
export type NationalDatabases = (panel: string) => NationalDatabase | null

/** It was not reached, or its answer did not arrive whole. Holds nothing of what was sent. */
export class NationalDatabaseAway extends Error {
  constructor() {
    super('the national database did not answer')
    this.name = 'NationalDatabaseAway'
  }
}

/** It answered that it takes no such call from this service, whatever is in it. Holds nothing of what was sent. */
export class NationalDatabaseRefuses extends Error {
  constructor() {
    super('the national database refuses this service')
    this.name = 'NationalDatabaseRefuses'
  }
}
