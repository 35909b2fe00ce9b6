import { AreaId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { requireFactorAnalysis } from '../second-coding/after-review.ts'
import { AgreedCases, DecidedCase, decidedCases } from '../second-coding/decided-cases.ts'

/** Who decided each of some agreed cases: from these a sample is drawn whose reviews are looked at. @throws Refusal `not-found` */
export const listDecided = requires('review-quality:draw')
  .input(z.strictObject({ areaId: AreaId, agreed: AgreedCases }))
  .output(z.array(DecidedCase))
  .query(({ ctx: { actor, caller, parts }, input: { areaId, agreed } }) => {
    requireFactorAnalysis(caller)
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const found = await decidedCases(tx, person, areaId, agreed)
      await parts.audit.record(
        tx,
        actor,
        areaId,
        { action: 'review-quality.candidates', object: { kind: 'area', id: areaId } },
        ...found.map(({ caseId: id }) => ({
          action: 'review-quality.candidates',
          object: { kind: 'case', id },
        })),
      )
      return found.map(({ panelMeetingId: _, ...decided }) => decided)
    })
  })
