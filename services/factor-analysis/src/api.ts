import { eventProcedures } from '@cdop/events'
import { replayProcedure } from '@cdop/service'
import { agreeAnalysis } from './analysis/agree-analysis.ts'
import { readAnalysis } from './analysis/read-analysis.ts'
import { saveDraft } from './analysis/save-draft.ts'
import { requires, router as routerOf } from './rpc.ts'
import { subscriptions } from './subscriptions.ts'

export const router = routerOf({
  analysis: routerOf({ read: readAnalysis, saveDraft, agree: agreeAnalysis }),
  event: routerOf({
    ...eventProcedures({ requires }, 'factor-analysis', subscriptions),
    replay: replayProcedure({ requires }),
  }),
})

export type FactorAnalysisRouter = typeof router
