import type { Db } from '@cdop/database'
import {
  AgeBand,
  AreaId,
  CaseId,
  CaseReference,
  NotificationId,
  NotificationState,
  PlainDate,
  requireArea,
} from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'

const PAGE = 25

const Listing = z.strictObject({
  areaId: AreaId,
  state: NotificationState.optional(),
  page: z.int().min(1).max(10_000),
})
type Listing = z.infer<typeof Listing>

const ListedNotification = z.strictObject({
  notificationId: NotificationId,
  state: NotificationState,
  receivedOn: PlainDate,
  diedOn: PlainDate,
  /** Null when the person was not under 18. */
  ageBand: AgeBand.nullable(),
  placeOfDeath: z.string(),
  caseId: CaseId.nullable(),
  caseReference: CaseReference.nullable(),
})

async function page(tx: Db, { areaId, state, page }: Listing) {
  // What was reported in error is in no list but its own.
  const wanted = state === undefined ? tx`and n.state <> 'reported-in-error'` : tx`and n.state = ${state}`
  const rows = await tx`
    select n.id as notification_id, n.state, n.received_on, n.died_on, n.age_band, n.place_of_death, n.case_id,
      c.reference as case_reference
    from intake.notifications n
    left join intake.cases c on c.area_id = n.area_id and c.case_id = n.case_id
    where n.area_id = ${areaId} ${wanted}
    order by n.received_on desc, n.id
    limit ${PAGE} offset ${(page - 1) * PAGE}
  `
  const [counted] = await tx<{ total: number }[]>`
    select count(*) as total from intake.notifications n where n.area_id = ${areaId} ${wanted}
  `
  return { rows: rows.map((row) => ListedNotification.parse(row)), total: counted?.total ?? 0 }
}

/** Notifications of an area, the newest first, 25 a page, without names. */
export const listNotifications = requires('notification:read')
  .input(Listing)
  .output(z.strictObject({ rows: z.array(ListedNotification), total: z.int() }))
  .query(({ ctx: { actor, parts }, input }) => {
    requireArea(actor, input.areaId)
    return parts.database.transaction(actor, async (tx) => {
      await parts.audit.record(tx, actor, input.areaId, {
        action: 'notification.list',
        object: { kind: 'area', id: input.areaId },
      })
      return page(tx, input)
    })
  })
