import { AreaId, type ServiceName } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requires } from '../rpc.ts'

/** Whose streams facts are made of. What others said (areas) stays heard. */
const publishersOfFacts: readonly ServiceName[] = ['intake', 'case-review', 'factor-analysis']

const Forgotten = z.strictObject({ facts: z.number().int().nonnegative() })

/**
 * Forgets an area's facts and that they were heard, so that they are made again when intake, case-review and
 * factor-analysis replay their streams to reporting (`event.replay`). Releases and denominators stay. Returns how many rows went.
 */
export const rebuildFacts = requires('fact:rebuild')
  .input(z.strictObject({ areaId: AreaId, key: AttemptKey }))
  .output(Forgotten)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const { areaId } = input
    const change = { procedure: 'fact.rebuild', areaId, input, outcome: Forgotten }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const deaths = await tx`delete from reporting.death_facts where area_id = ${areaId}`
      const reviews = await tx`delete from reporting.review_facts where area_id = ${areaId}`
      const errors = await tx`delete from reporting.cases_in_error where area_id = ${areaId}`
      await tx`delete from reporting.merged_cases where area_id = ${areaId}`
      await tx`delete from reporting.case_steps where area_id = ${areaId}`
      await tx`delete from reporting.transferred_cases where area_id = ${areaId}`
      await tx`
          delete from reporting.inbox where area_id = ${areaId} and publisher = any (${[...publishersOfFacts]})
        `
      await parts.audit.record(tx, actor, areaId, {
        action: 'fact.rebuild',
        object: { kind: 'area', id: areaId },
      })
      return { facts: deaths.count + reviews.count + errors.count }
    })
  })
