import { AreaId, CaseId, Refusal, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { withheldFrom } from '../access/withheld-cases.ts'
import { requirePerson } from '../area/area-access.ts'
import { findCase } from '../case/case-store.ts'
import { requireDeciding } from '../conflict/conflict-standing.ts'
import { refuseHeld } from '../hold/held-case.ts'
import { Pack, packContent } from '../pack/pack-content.ts'
import { packOpenings } from '../pack/pack-openings.ts'
import { releasedNarratives } from '../pack/released-narratives.ts'
import { requireStatement } from '../panel-statement/require-statement.ts'
import { requires } from '../rpc.ts'
import { afterReview, requireFactorAnalysis } from '../second-coding/after-review.ts'

/**
 * What the panel read of a finished case, for somebody who looks at the quality of its review: with no conflict of interest in
 * the child, and with the statement signed where they read as one of the panel.
 * @throws Refusal `not-found` also for a case in which they have a conflict, and one that is reviewed anew, merged or gone;
 * `statement-not-signed`, `present-for-facts-only`, `case-on-hold`
 */
export const openForQuality = requires('review-quality:answer')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId }))
  .output(Pack)
  .query(({ ctx: { actor, caller, parts }, input: { areaId, caseId } }) => {
    requireFactorAnalysis(caller)
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const found = await findCase(tx, areaId, caseId)
      if (found === null || found.mergedInto !== null || !afterReview.includes(found.state)) {
        throw new Refusal('not-found')
      }
      if ((await withheldFrom(tx, person, areaId)).includes(caseId)) throw new Refusal('not-found')
      const today = parts.clock.today()
      await requireStatement(tx, person, areaId, today)
      await requireDeciding(tx, person, areaId, found)
      await refuseHeld(tx, areaId, found)
      await parts.audit.record(tx, actor, areaId, {
        action: 'review-quality.open',
        object: { kind: 'case', id: caseId },
        fieldClasses: ['pack'],
      })
      const opening = (await packOpenings(tx, areaId, [caseId], today)).get(caseId)
      const narratives = opening === 'open' ? await releasedNarratives(tx, parts, areaId, found) : null
      return packContent(tx, parts, areaId, { found, narratives })
    })
  })
