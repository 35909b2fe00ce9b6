import { AreaId, CaseId, PanelMeetingId, PersonId, PlainDate, Refusal, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requireClass } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { requireDeciding } from '../conflict/conflict-standing.ts'
import { refuseHeld } from '../hold/held-case.ts'
import { agendaOf, attendanceOf } from '../panel-meeting/panel-meeting-store.ts'
import { requires } from '../rpc.ts'
import { takeSeat } from './seat.ts'

/**
 * Who is present for a case at a meeting, those who do not count in it left out, for whoever decides its items there.
 * @throws Refusal `not-found`, `statement-not-signed`, `case-on-hold`; `present-for-facts-only` for
 * whoever does not decide it; `not-allowed-in-this-state` once the panel has
 * reviewed the case
 */
export const deciding = requires('live-panel:decide')
  .input(z.strictObject({ areaId: AreaId, panelMeetingId: PanelMeetingId, caseId: CaseId }))
  .output(z.strictObject({ heldOn: PlainDate, present: z.array(PersonId) }))
  .query(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, panelMeetingId, caseId } = input
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const { seen, listing } = await takeSeat(tx, person, input, parts.clock.today())
      requireClass(seen, 'analysis')
      await requireDeciding(tx, person, areaId, seen.found)
      if (seen.found.state !== 'listed') throw new Refusal('not-allowed-in-this-state')
      await refuseHeld(tx, areaId, seen.found)
      const item = (await agendaOf(tx, areaId, panelMeetingId)).find((row) => row.caseId === caseId)
      const attendance = await attendanceOf(tx, areaId, panelMeetingId)
      await parts.audit.record(tx, actor, areaId, {
        action: 'live-panel.deciding',
        object: { kind: 'case', id: caseId },
      })
      return {
        heldOn: listing.heldOn,
        present: attendance
          .map(({ personId }) => personId)
          .filter((personId) => item?.notCounted.includes(personId) !== true),
      }
    })
  })
