import { PersonId } from '@cdop/domain'
import { z } from 'zod'
import { CaseView } from './case-view.ts'

/** By what an answer today would gain, only cases that await agencies are put in order; all others by what is most overdue. */
export const CaseSort = z.enum(['most-overdue', 'newest', 'most-gain'])
export type CaseSort = z.infer<typeof CaseSort>

/** Whose cases: somebody's, or those nobody has. */
export const CaseOwner = z.union([PersonId, z.literal('nobody')])
export type CaseOwner = z.infer<typeof CaseOwner>

/** What of a worklist, in codes and ids alone: one view, and in it one person's cases where that is asked for. */
export const WorklistFilter = z.strictObject({
  view: CaseView,
  sort: CaseSort,
  owner: CaseOwner.nullable(),
})
export type WorklistFilter = z.infer<typeof WorklistFilter>

/** Only cases that await agencies can be put in order of what an answer would gain. */
export const inOrder = (asked: WorklistFilter): WorklistFilter =>
  asked.sort === 'most-gain' && asked.view !== 'awaiting-agencies'
    ? { ...asked, sort: 'most-overdue' }
    : asked
