import { AreaId, requireArea } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requires } from '../rpc.ts'

const Missed = z.strictObject({ cases: z.int().nonnegative() })

/**
 * Forgets that the agreement on a reviewed case was heard where the analysis is not known here: it was agreed before
 * analyses were kept. Factor-analysis then tells it again (`event.replay`). Returns of how many cases.
 */
export const missAnalyses = requires('event:replay')
  .input(z.strictObject({ areaId: AreaId, key: AttemptKey }))
  .output(Missed)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const { areaId } = input
    requireArea(actor, areaId)
    const change = { procedure: 'agreed-analysis.miss', areaId, input, outcome: Missed }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const forgotten = await tx`
        delete from case_review.inbox i
        where i.area_id = ${areaId} and i.publisher = 'factor-analysis' and i.subject in (
          select c.case_id from case_review.cases c
          where c.area_id = ${areaId} and c.reviewed_on is not null and not exists (
            select from case_review.agreed_analyses a where a.area_id = c.area_id and a.case_id = c.case_id
          )
        )
        returning i.subject
      `
      await parts.audit.record(tx, actor, areaId, {
        action: 'agreed-analysis.miss',
        object: { kind: 'area', id: areaId },
      })
      return { cases: new Set(forgotten.map(({ subject }) => String(subject))).size }
    })
  })
