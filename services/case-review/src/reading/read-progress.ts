import { AreaId, CaseId, Instant, PackPlace, PanelMeetingId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { accessTo } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { requireStatement } from '../panel-statement/require-statement.ts'
import { openedMeeting } from '../regional-meeting/opened-meeting.ts'
import { requires } from '../rpc.ts'
import { progressIn } from './reading-store.ts'

/**
 * How far the asking person is in reading for a meeting: the cases of its agenda they may read, and no other. Of nobody
 * else's reading anything is said to anybody.
 * @throws Refusal `not-found`, `statement-not-signed`
 */
export const readProgress = requires('pack:read')
  .input(z.strictObject({ areaId: AreaId, panelMeetingId: PanelMeetingId }))
  .output(
    z.strictObject({
      cases: z.array(
        z.strictObject({ caseId: CaseId, readAt: Instant.nullable(), place: PackPlace.nullable() }),
      ),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, panelMeetingId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    const today = parts.clock.today()
    return parts.database.transaction(actor, async (tx) => {
      await openedMeeting(tx, person, { areaId, panelMeetingId, today })
      await requireStatement(tx, person, areaId, today)
      const all = await progressIn(tx, areaId, panelMeetingId, person.personId)
      const ids = all.map(({ caseId }) => caseId)
      const access = await accessTo(tx, person, areaId, ids, today)
      const readable = new Set(
        access.filter(({ classes }) => classes.includes('pack')).map(({ line }) => line.caseId),
      )
      return { cases: all.filter(({ caseId }) => readable.has(caseId)) }
    })
  })
