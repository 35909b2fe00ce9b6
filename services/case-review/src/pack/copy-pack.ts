import { AreaId, CaseId, Refusal, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { Pack, packContent } from './pack-content.ts'
import { Narratives, releasedNarratives } from './released-narratives.ts'

/**
 * The pack of a listed case for a copy that leaves: what its page shows, recorded as a copy before the first byte.
 * @throws Refusal `pack-copy-not-allowed` where the rule of the meeting's day lets none leave; `pack-not-open`
 */
export const copyPack = requires('pack:read')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId }))
  .output(z.strictObject({ pack: Pack, narratives: Narratives }))
  .query(({ ctx: { actor, parts }, input: { areaId, caseId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const seen = await seeCase(tx, person, areaId, caseId, { today: parts.clock.today() })
      requireClass(seen, 'pack')
      const narratives = await releasedNarratives(tx, parts, areaId, seen.found)
      if (!narratives.copiesAllowed) throw new Refusal('pack-copy-not-allowed')
      await parts.audit.record(tx, actor, areaId, {
        action: 'pack.copy',
        object: { kind: 'case', id: caseId },
        fieldClasses: ['pack'],
      })
      return { pack: await packContent(tx, parts, areaId, { ...seen, narratives }), narratives }
    })
  })
