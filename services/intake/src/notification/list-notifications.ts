import { AreaId, CaseId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { QueueCounts, QueuedNotification, QueueSort, queueCounts, queuePage } from './queue-store.ts'
import { QueueFilter, QueueView } from './queue-view.ts'

/**
 * A page of the queue of notifications, 25, without names, with the count of every view. `withheld` are the cases that
 * are not there for the person asking, by case-review's word: what belongs to them is in no row and no count.
 */
export const listNotifications = requires('notification:read')
  .input(
    z.strictObject({
      areaId: AreaId,
      view: QueueView.prefault('all'),
      filter: QueueFilter.prefault({}),
      sort: QueueSort.prefault('most-urgent'),
      page: z.int().min(1).max(10_000),
      withheld: z.array(CaseId).max(1_000),
    }),
  )
  .output(z.strictObject({ rows: z.array(QueuedNotification), counts: QueueCounts, total: z.int() }))
  .query(({ ctx: { actor, parts }, input: { areaId, withheld, ...chosen } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      await parts.audit.record(tx, actor, areaId, {
        action: 'notification.list',
        object: { kind: 'area', id: areaId },
      })
      const queue = { areaId, withheld, now: parts.clock.now() }
      return { rows: await queuePage(tx, queue, chosen), ...(await queueCounts(tx, queue, chosen)) }
    })
  })
