import { z } from 'zod'
import { caseReviewIn, requireInboxHolder } from '../area/area-access.ts'
import { areaName } from '../area/area-store.ts'
import { requires } from '../rpc.ts'
import { InboxRow, inboxRows } from './inbox-store.ts'

/** What lies in an inbox, to whoever has opened it with its code: references, dates and states, nothing of a child. */
export const listInbox = requires('inbox:read')
  .input(z.strictObject({}))
  .output(z.strictObject({ areaName: z.string(), rows: z.array(InboxRow) }))
  .query(async ({ ctx: { actor, parts } }) => {
    const { areaId, subject: inboxId, requestId } = requireInboxHolder(actor)
    const name = await parts.database.transaction(caseReviewIn(areaId, requestId), (tx) =>
      areaName(tx, areaId),
    )
    return parts.database.transaction(actor, async (tx) => {
      const rows = await inboxRows(tx, { areaId, inboxId })
      await parts.audit.record(
        tx,
        actor,
        areaId,
        { action: 'inbox.list', object: { kind: 'inbox', id: inboxId } },
        // What lies in an inbox changes: which requests were shown is told from here alone.
        ...rows.map(({ informationRequestId: id }) => ({
          action: 'inbox.list',
          object: { kind: 'information-request', id },
        })),
      )
      return { areaName: name, rows }
    })
  })
