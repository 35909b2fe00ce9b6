import { z } from 'zod'
import { mayGoToNationalDatabase } from '../case/national-database.ts'
import { type OpenCase, OpenCaseStage } from './open-case.ts'

/** How much of what a bundle holds, sheet by sheet. */
export const SheetCounts = z.strictObject({
  cases: z.int(),
  requests: z.int(),
  openRequests: z.int(),
  chasers: z.int(),
  returnedForms: z.int(),
  holds: z.int(),
  meetings: z.int(),
  documents: z.int(),
  /** Lines of the older analysis form; what was counted before they came in has none. */
  scores: z.int().default(0),
})
export type SheetCounts = z.infer<typeof SheetCounts>

/** What a bundle holds, as it is told before anything of it is taken in. */
export const BundleCounts = z.strictObject({
  ...SheetCounts.shape,
  stages: z.partialRecord(OpenCaseStage, z.int()),
  /** Reviewed before the national database began. */
  neverNational: z.int(),
  /** Nothing can be sent for these until it is recorded who confirmed the death. */
  notConfirmed: z.int(),
  /** Filled cells of returned forms that answer no question of this product, by the letters of their column. */
  notMapped: z.record(z.string(), z.int()),
  /** Returned forms that are none of this product: kept whole, word for word. */
  unknownForms: z.int(),
})
export type BundleCounts = z.infer<typeof BundleCounts>

export const noneCounted = (): BundleCounts => ({
  cases: 0,
  requests: 0,
  openRequests: 0,
  chasers: 0,
  returnedForms: 0,
  holds: 0,
  meetings: 0,
  documents: 0,
  scores: 0,
  stages: {},
  neverNational: 0,
  notConfirmed: 0,
  notMapped: {},
  unknownForms: 0,
})

/** The counts with one more case. */
export function countCase(counts: BundleCounts, open: OpenCase): BundleCounts {
  const returned = open.requests.flatMap((request) => request.returned)
  const notMapped = { ...counts.notMapped }
  for (const { column } of returned.flatMap((form) => form.notMapped))
    notMapped[column] = (notMapped[column] ?? 0) + 1
  return {
    cases: counts.cases + 1,
    requests: counts.requests + open.requests.length,
    openRequests: counts.openRequests + open.requests.filter(({ outcome }) => outcome === 'open').length,
    chasers: counts.chasers + open.requests.reduce((sum, { chasedOn }) => sum + chasedOn.length, 0),
    returnedForms: counts.returnedForms + returned.length,
    holds: counts.holds + open.holds.length,
    meetings: counts.meetings + open.meetings.length,
    documents: counts.documents + open.documents.length,
    scores: counts.scores + open.scores.length,
    stages: { ...counts.stages, [open.stage]: (counts.stages[open.stage] ?? 0) + 1 },
    neverNational: counts.neverNational + (mayGoToNationalDatabase(open) ? 0 : 1),
    notConfirmed: counts.notConfirmed + (open.confirmed === null ? 1 : 0),
    notMapped,
    unknownForms: counts.unknownForms + returned.filter(({ form }) => form === null).length,
  }
}
