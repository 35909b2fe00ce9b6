import type { CaseReviewRouter } from '@cdop/case-review/api'
import type { clientOf } from '@cdop/rpc'

type CaseReview = ReturnType<typeof clientOf<CaseReviewRouter>>

/** A caveat with everything that was said of it, as case-review answers it. */
export type ListedCaveat = Awaited<ReturnType<CaseReview['caveat']['list']['query']>>['caveats'][number]
