import { SummarySection } from '@cdop/forms'
import { z } from 'zod'
import { passFor } from '../analysis/case-access.ts'
import { readUnblinded } from '../double-coding/blindness.ts'
import { requires } from '../rpc.ts'
import { AskedLive } from './live-access.ts'
import { enterRoom } from './live-room.ts'
import { itemShape, roomShape, shownItem, shownRoom } from './live-view.ts'
import { howManyHere, noteHere } from './presence-store.ts'

/**
 * The live panel as a member follows it: each item with its answer, while it is open, and how many are there. That the
 * member is there is noted. Audited first.
 * @throws Refusal `not-found`, `second-coding-open`
 */
export const readLivePanel = requires('live-panel:read')
  .input(AskedLive)
  .output(
    z.strictObject({
      ...roomShape,
      here: z.number().int().nonnegative(),
      items: z.array(z.strictObject({ ...itemShape, rows: SummarySection.shape.rows })),
    }),
  )
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    await passFor(parts.keyring, actor, input, 'pack')
    return parts.database.transaction(actor, async (tx) => {
      await readUnblinded(tx, actor, input.areaId, input.caseId)
      await parts.audit.record(tx, actor, input.areaId, {
        action: 'live-panel.read',
        object: { kind: 'case', id: input.caseId },
        fieldClasses: ['analysis'],
      })
      const entered = await enterRoom(tx, parts, input)
      const at = parts.clock.now()
      const isOpen = entered.session?.state === 'open'
      if (actor.kind === 'person') await noteHere(tx, input, { by: actor.personId, at })
      return {
        ...shownRoom(entered),
        here: await howManyHere(tx, input, at),
        items: entered.items.map((one) => ({ ...shownItem(one), rows: isOpen ? one.rows : [] })),
      }
    })
  })
