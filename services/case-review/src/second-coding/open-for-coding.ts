import { AreaId, CaseId, PanelMeetingId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { Pack, packContent } from '../pack/pack-content.ts'
import { requires } from '../rpc.ts'
import { admittedCoder } from './admitted-coder.ts'
import { requireFactorAnalysis } from './after-review.ts'

/**
 * The pack of an agreed case as a second panel reads it: what the first one read, and nothing of what it said, nor why the
 * review had begun again before.
 * @throws Refusal as `admittedCoder`
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
      const { found } = await admittedCoder(tx, person, { ...input, today: parts.clock.today() })
      await parts.audit.record(tx, actor, areaId, {
        action: 'second-coding.open',
        object: { kind: 'case', id: caseId },
        fieldClasses: ['pack'],
      })
      return { ...(await packContent(tx, parts, areaId, { found })), reviewedBefore: [] }
    })
  })
