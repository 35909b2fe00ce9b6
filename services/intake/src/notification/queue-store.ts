import type { Db } from '@cdop/database'
import {
  AgeBand,
  type AreaId,
  CaseId,
  CaseReference,
  type Instant,
  NotificationDoor,
  NotificationId,
  NotificationState,
  PlainDate,
} from '@cdop/domain'
import { z } from 'zod'
import { ClockColumns, NotifyClocks, notifyClocks } from './notify-clocks.ts'
import {
  inFilter,
  inQueueView,
  owedNationally,
  type QueueFilter,
  QueueView,
  queueLists,
  WaitingFor,
  waitsFor,
} from './queue-view.ts'

/** Rows on one page of the queue. */
const PAGE_SIZE = 25

export const QueueSort = z.enum(['most-urgent', 'newest'])
export type QueueSort = z.infer<typeof QueueSort>

/** What the queue shows of a notification: no name. */
export const QueuedNotification = z.strictObject({
  notificationId: NotificationId,
  state: NotificationState,
  door: NotificationDoor,
  receivedOn: PlainDate,
  diedOn: PlainDate,
  /** Null when the person was not under 18, or their age is not known. */
  ageBand: AgeBand.nullable(),
  placeOfDeath: z.string(),
  caseId: CaseId.nullable(),
  caseReference: CaseReference.nullable(),
  waitingFor: z.array(WaitingFor),
  clocks: NotifyClocks,
})
export type QueuedNotification = z.infer<typeof QueuedNotification>

/** Whose queue, without what is withheld from them, and now. */
export type Queue = { areaId: AreaId; withheld: readonly CaseId[]; now: Instant }

/** A record of a case that is withheld is not there, nor is one that was merged into such a record. */
function visible(tx: Db, { areaId, withheld }: Queue) {
  if (withheld.length === 0) return tx`n.area_id = ${areaId}`
  const none = tx`${[...withheld]}::uuid[]`
  return tx`
    n.area_id = ${areaId} and (n.case_id is null or n.case_id <> all (${none})) and (
      n.state <> 'duplicate' or not exists (
        select from intake.notifications s
        where s.area_id = ${areaId} and s.id = (select intake.standing(${areaId}, n.id)) and s.case_id = any (${none})
      )
    )
  `
}

const Row = ClockColumns.extend({
  ...QueuedNotification.omit({ clocks: true, waitingFor: true }).shape,
  waitsForScope: z.boolean(),
  waitsForDuplicate: z.boolean(),
  waitsForAnswers: z.boolean(),
  waitsForTransfer: z.boolean(),
})

/** One page. Most urgent: those of which the national database is still to hear, the earliest death first. */
export async function queuePage(
  tx: Db,
  queue: Queue,
  { view, filter, sort, page }: { view: QueueView; filter: QueueFilter; sort: QueueSort; page: number },
): Promise<QueuedNotification[]> {
  const owed = owedNationally(tx)
  const urgency = tx`${owed} desc, case when ${owed} then n.died_by end,`
  const rows = await tx`
    with ${queueLists(tx, queue.areaId)}
    select n.id as notification_id, n.state, n.door, n.received_on, n.died_on, n.age_band, n.place_of_death, n.case_id,
      c.reference as case_reference, n.died_by, n.known_by, n.known_from, n.received_from, n.notify_within_hours,
      n.national_within_hours,
      n.national_told_on, n.national_told_from, ${waitsFor.scope(tx)} as waits_for_scope,
      ${waitsFor.duplicate(tx)} as waits_for_duplicate, ${waitsFor.answers(tx)} as waits_for_answers,
      ${waitsFor.transfer(tx)} as waits_for_transfer
    from intake.notifications n
    left join intake.cases c on c.area_id = n.area_id and c.case_id = n.case_id
    where ${visible(tx, queue)} and ${inQueueView(tx, view)} and ${inFilter(tx, filter, queue.now)}
    order by ${sort === 'most-urgent' ? urgency : tx``} n.received_on desc, n.id
    limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}
  `
  return rows.map((row) => asQueued(Row.parse(row), queue.now))
}

function asQueued(row: z.infer<typeof Row>, now: Instant): QueuedNotification {
  const waits: Record<WaitingFor, boolean> = {
    scope: row.waitsForScope,
    duplicate: row.waitsForDuplicate,
    answers: row.waitsForAnswers,
    transfer: row.waitsForTransfer,
  }
  return {
    notificationId: row.notificationId,
    state: row.state,
    door: row.door,
    receivedOn: row.receivedOn,
    diedOn: row.diedOn,
    ageBand: row.ageBand,
    placeOfDeath: row.placeOfDeath,
    caseId: row.caseId,
    caseReference: row.caseReference,
    waitingFor: WaitingFor.options.filter((one) => waits[one]),
    clocks: notifyClocks(row, now),
  }
}

export const QueueCounts = z.record(QueueView, z.int())
export type QueueCounts = z.infer<typeof QueueCounts>

/** How many notifications each view holds, and how many of one view a filter leaves: counted in one pass. */
export async function queueCounts(
  tx: Db,
  queue: Queue,
  { view, filter }: { view: QueueView; filter: QueueFilter },
): Promise<{ counts: QueueCounts; total: number }> {
  const counted = QueueView.options.reduce(
    (list, one) => tx`${list}, count(*) filter (where ${inQueueView(tx, one)})`,
    tx`count(*) filter (where ${inQueueView(tx, view)} and ${inFilter(tx, filter, queue.now)})`,
  )
  const [row] = await tx<{ counts: number[] }[]>`
    with ${queueLists(tx, queue.areaId)}
    select array[${counted}]::int[] as counts from intake.notifications n where ${visible(tx, queue)}
  `
  const [total = 0, ...counts] = row?.counts ?? []
  return {
    counts: QueueCounts.parse(Object.fromEntries(QueueView.options.map((one, at) => [one, counts[at]]))),
    total,
  }
}
