import {
  AreaId,
  confidentialityStatement,
  laterOf,
  PanelMeetingId,
  PersonId,
  PlainDate,
  Refusal,
  requireArea,
  StatementState,
  statementStanding,
} from '@cdop/domain'
import { z } from 'zod'
import { findMeeting } from '../panel-meeting/panel-meeting-store.ts'
import { requires } from '../rpc.ts'
import { newestStatements } from './statement-store.ts'

/**
 * How the confidentiality statements of an area's panel stand today and on the day of a meeting to come, for whoever
 * arranges it. Whoever is not in it has signed none.
 */
export const listStatements = requires('panel-meeting:arrange')
  .input(z.strictObject({ areaId: AreaId, panelMeetingId: PanelMeetingId }))
  .output(
    z.strictObject({
      rows: z.array(
        z.strictObject({
          personId: PersonId,
          state: StatementState,
          atMeeting: StatementState,
          lapsesOn: PlainDate,
        }),
      ),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, panelMeetingId } }) => {
    requireArea(actor, areaId)
    const today = parts.clock.today()
    const asked = confidentialityStatement.version
    return parts.database.transaction(actor, async (tx) => {
      const meeting = await findMeeting(tx, areaId, panelMeetingId)
      if (meeting === null) throw new Refusal('not-found')
      await parts.audit.record(tx, actor, areaId, {
        action: 'panel-statement.list',
        object: { kind: 'panel-meeting', id: panelMeetingId },
      })
      const rows = (await newestStatements(tx, areaId)).flatMap(({ personId, ...newest }) => {
        const now = statementStanding(newest, { asked, on: today })
        const then = statementStanding(newest, { asked, on: laterOf(today, meeting.heldOn) })
        return now.state === 'not-signed'
          ? []
          : [{ personId, state: now.state, atMeeting: then.state, lapsesOn: now.lapsesOn }]
      })
      return { rows }
    })
  })
