import { InformationRequestId, Refusal } from '@cdop/domain'
import { z } from 'zod'
import { caseReviewIn, requireInboxHolder } from '../area/area-access.ts'
import { markOpened } from '../information-request/request-steps.ts'
import { LinkTarget } from '../link/link-store.ts'
import { requires } from '../rpc.ts'
import { inboxRows } from './inbox-store.ts'

/**
 * Lets whoever has opened an inbox with its code answer one request that lies in it: the code went to the mailbox that
 * the request's own code would go to.
 * @throws Refusal `not-found` for a request that lies in another inbox, or in none any more
 */
export const openFromInbox = requires('inbox:read')
  .input(z.strictObject({ informationRequestId: InformationRequestId }))
  .output(LinkTarget)
  .mutation(async ({ ctx: { actor, parts }, input: { informationRequestId } }) => {
    const { areaId, subject: inboxId } = requireInboxHolder(actor)
    const lies = await parts.database.transaction(actor, async (tx) => {
      const rows = await inboxRows(tx, { areaId, inboxId })
      const here = rows.some((row) => row.informationRequestId === informationRequestId)
      await parts.audit.record(tx, actor, areaId, {
        action: 'inbox.open-request',
        object: { kind: 'information-request', id: informationRequestId },
        decision: here ? 'allowed' : 'refused',
      })
      return here
    })
    if (!lies) throw new Refusal('not-found')
    const self = caseReviewIn(areaId, actor.requestId)
    const at = parts.clock.now()
    await parts.database.transaction(self, (tx) => markOpened(tx, areaId, informationRequestId, at))
    return { areaId, informationRequestId }
  })
