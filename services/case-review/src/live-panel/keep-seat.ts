import { AreaId, CaseId, PanelMeetingId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { seatPass, takeSeat } from './seat.ts'

/**
 * Whether somebody may still follow the live panel on a case, asked every few seconds while a page of it is open. Nothing of
 * the case is disclosed, so nothing is written to the audit.
 * @throws Refusal `not-found`, `statement-not-signed`
 */
export const keepSeat = requires('live-panel:watch')
  .input(z.strictObject({ areaId: AreaId, panelMeetingId: PanelMeetingId, caseId: CaseId }))
  .output(z.strictObject({ pass: z.string() }))
  .query(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    requireArea(actor, input.areaId)
    return parts.database.transaction(actor, async (tx) => {
      const seat = await takeSeat(tx, person, input, parts.clock.today())
      return { pass: await seatPass(parts.keyring, person, input.caseId, seat) }
    })
  })
