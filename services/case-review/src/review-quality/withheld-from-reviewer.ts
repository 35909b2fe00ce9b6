import { AreaId, CaseId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { withheldFrom } from '../access/withheld-cases.ts'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { requireFactorAnalysis } from '../second-coding/after-review.ts'

/** The cases factor-analysis leaves out of the rows of looked-at reviews for a person: those of their conflicts. */
export const withheldFromReviewer = requires('review-quality:read')
  .input(z.strictObject({ areaId: AreaId }))
  .output(z.array(CaseId))
  .query(({ ctx: { actor, caller, parts }, input: { areaId } }) => {
    requireFactorAnalysis(caller)
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, (tx) => withheldFrom(tx, person, areaId))
  })
