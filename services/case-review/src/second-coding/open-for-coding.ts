import { AreaId, CaseId, PanelMeetingId, Refusal, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { Pack, packContent } from '../pack/pack-content.ts'
import { packOpenings } from '../pack/pack-openings.ts'
import { releasedNarratives } from '../pack/released-narratives.ts'
import { requires } from '../rpc.ts'
import { admittedCoder } from './admitted-coder.ts'
import { requireFactorAnalysis } from './after-review.ts'

/**
 * The pack of an agreed case as a second panel reads it: what the first one read, and nothing of what it said, nor why the
 * review had begun again before. The texts go with the pack of the first meeting: once that has expired the coded answers are left.
 * @throws Refusal as `admittedCoder`; `pack-not-open` where two people never released what the first panel read, or took it back
 */
export const openForCoding = requires('double-coding:code')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId, panelMeetingId: PanelMeetingId }))
  .output(Pack)
  .query(({ ctx: { actor, caller, parts }, input }) => {
    requireFactorAnalysis(caller)
    const { areaId, caseId } = input
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const today = parts.clock.today()
      const { found } = await admittedCoder(tx, person, { ...input, today })
      const opening = (await packOpenings(tx, areaId, [caseId], today)).get(caseId)
      if (opening !== 'open' && opening !== 'over') throw new Refusal('pack-not-open')
      const narratives = opening === 'open' ? await releasedNarratives(tx, parts, areaId, found) : null
      await parts.audit.record(tx, actor, areaId, {
        action: 'second-coding.open',
        object: { kind: 'case', id: caseId },
        fieldClasses: ['pack'],
      })
      return { ...(await packContent(tx, parts, areaId, { found, narratives })), reviewedBefore: [] }
    })
  })
