import type { CodebookChange } from './codebook-mapping.ts'

/** What became of the codes from each edition to the next. There is one edition so far, and no change. */
export const codebookChanges: readonly CodebookChange[] = []
