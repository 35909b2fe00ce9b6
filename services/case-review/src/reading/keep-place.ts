import { AreaId, CaseId, PackPlace, PanelMeetingId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { listedPack } from './listed-pack.ts'
import { savePlace } from './reading-store.ts'

/**
 * Keeps where somebody is in reading a case: the newest place counts, said twice it is the same. It discloses nothing, so
 * the audit holds the opening of the pack and not each paragraph.
 */
export const keepPlace = requires('pack:read')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId, panelMeetingId: PanelMeetingId, place: PackPlace }))
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, panelMeetingId, place } = input
    requireArea(actor, areaId)
    await parts.database.transaction(actor, async (tx) => {
      await listedPack(tx, parts, person, input)
      await savePlace(tx, { areaId, caseId, personId: person.personId }, panelMeetingId, place)
    })
  })
