import { AgeBand, AreaId, addDays, NotificationId, PlainDate, ResponseId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { thereFor, WithheldAsFarAsKnown } from '../response-record/record-access.ts'
import { requires } from '../rpc.ts'
import { findResponse } from './response-store.ts'

/** Days before a response began in which a death that belongs to it may lie at most. */
const BEFORE = 2
const MOST = 50

const Candidate = z.strictObject({
  notificationId: NotificationId,
  receivedOn: PlainDate,
  diedOn: PlainDate,
  ageBand: AgeBand.nullable(),
  placeOfDeath: z.string(),
})

/**
 * Notifications that may be of the child for whom a response began before death: those of deaths since then to which
 * no such response belongs yet, the newest first. Dates, ages and places; no name.
 */
export const listCandidates = requires('response:follow')
  .input(z.strictObject({ areaId: AreaId, responseId: ResponseId, withheld: WithheldAsFarAsKnown }))
  .output(z.array(Candidate))
  .query(({ ctx: { actor, parts }, input: { areaId, responseId, withheld } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const { openedAt } = await findResponse(tx, areaId, responseId)
      const since = addDays(PlainDate.parse(openedAt.slice(0, 10)), -BEFORE)
      const rows = await tx`
        select n.id as notification_id, n.received_on, n.died_on, n.age_band, n.place_of_death
        from intake.notifications n
        where n.area_id = ${areaId} and n.died_on >= ${since} and ${thereFor(tx, areaId, withheld)} and not exists (
          select from intake.responses r
          where r.area_id = n.area_id and r.notification_id = n.id and r.began = 'before-death'
        )
        order by n.received_on desc, n.id limit ${MOST}
      `
      await parts.audit.record(tx, actor, areaId, {
        action: 'response.candidates',
        object: { kind: 'response', id: responseId },
      })
      return rows.map((row) => Candidate.parse({ ...row }))
    })
  })
