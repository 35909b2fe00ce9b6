import { AreaId, actorKey, CaseId, requireArea } from '@cdop/domain'
import { issuePass } from '@cdop/rpc'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { ReadingStanding, readingStanding } from '../reading/reading-standing.ts'
import { requires } from '../rpc.ts'
import { Pack, packContent } from './pack-content.ts'
import { Narratives, releasedNarratives } from './released-narratives.ts'

/**
 * Opens the pack of a listed case, with how far this person is in reading it; the pass leads on to its analysis where the
 * role allows.
 * @throws Refusal `not-found`, `statement-not-signed`, `pack-not-open`
 */
export const openPack = requires('pack:read')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId }))
  .output(
    z.strictObject({
      pack: Pack,
      /** What was written, de-identified. */
      narratives: Narratives,
      reading: ReadingStanding,
      pass: z.string(),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, caseId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const seen = await seeCase(tx, person, areaId, caseId, { today: parts.clock.today() })
      requireClass(seen, 'pack')
      const fieldClasses = seen.classes.filter((name) => name === 'pack' || name === 'analysis')
      await parts.audit.record(tx, actor, areaId, {
        action: 'pack.open',
        object: { kind: 'case', id: caseId },
        fieldClasses,
      })
      const place = { areaId, caseId, personId: person.personId }
      const narratives = await releasedNarratives(tx, parts, areaId, seen.found)
      const pack = await packContent(tx, parts, areaId, { ...seen, narratives })
      const reading = await readingStanding(tx, parts.keys, place, { pack, narratives })
      const pass = await issuePass(parts.keyring, {
        holder: actorKey(person),
        caseIds: [caseId],
        fieldClasses,
        requestId: person.requestId,
      })
      return { pack, narratives, reading, pass }
    })
  })
