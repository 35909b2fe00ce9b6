import { AreaId, CaseId, PanelMeetingId, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import { packContent } from '../pack/pack-content.ts'
import { releasedNarratives } from '../pack/released-narratives.ts'
import { requires } from '../rpc.ts'
import { listedPack } from './listed-pack.ts'
import { packSections, packVersion } from './pack-sections.ts'
import { saveRead, saveUnread } from './reading-store.ts'

const Place = z.strictObject({
  areaId: AreaId,
  caseId: CaseId,
  panelMeetingId: PanelMeetingId,
  key: AttemptKey,
})

/**
 * Somebody has read a case for a meeting, as the pack was when it was shown to them.
 * @throws Refusal `stale` when the pack has changed since it was shown: nobody has read what came meanwhile
 */
export const markRead = requires('pack:read')
  .input(Place.extend({ version: z.string().regex(/^[0-9a-f]{64}$/) }))
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, panelMeetingId, version } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'reading.mark-read', input, outcome: z.null() },
      async (tx) => {
        const seen = await listedPack(tx, parts, person, input)
        const narratives = await releasedNarratives(tx, parts, areaId, seen.found)
        const shown = packSections(await packContent(tx, parts, areaId, { ...seen, narratives }), narratives)
        if (packVersion(shown) !== version) throw new Refusal('stale')
        const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
        const reader = { areaId, caseId, personId: person.personId }
        await saveRead(tx, cipher, reader, { panelMeetingId, at: parts.clock.now(), shown })
        await parts.audit.record(tx, actor, areaId, {
          action: 'pack.mark-read',
          object: { kind: 'case', id: caseId },
        })
        return null
      },
    )
  })

/** It counts as not read again, for whoever wants to come back to it. */
export const markUnread = requires('pack:read')
  .input(Place)
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, panelMeetingId } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'reading.mark-unread', input, outcome: z.null() },
      async (tx) => {
        await listedPack(tx, parts, person, input)
        await saveUnread(tx, { areaId, caseId, personId: person.personId }, panelMeetingId)
        await parts.audit.record(tx, actor, areaId, {
          action: 'pack.mark-unread',
          object: { kind: 'case', id: caseId },
        })
        return null
      },
    )
  })
