import { z } from 'zod'
import { refuseBlinded } from '../double-coding/blindness.ts'
import { requires } from '../rpc.ts'
import { AskedLive, passForAny } from './live-access.ts'
import { enterRoom } from './live-room.ts'
import { itemShape, roomShape, shownItem, shownRoom } from './live-view.ts'

/**
 * The live panel as its screen shows it: which items there are and what was decided of each. No answer, no name, no words.
 * Audited first.
 * @throws Refusal `not-found`, `second-coding-open`
 */
export const readLiveScreen = requires('live-panel:watch')
  .input(AskedLive)
  .output(z.strictObject({ ...roomShape, items: z.array(z.strictObject(itemShape)) }))
  .query(async ({ ctx: { actor, parts }, input }) => {
    await passForAny({ actor, parts }, input, ['pack', 'agency-return'])
    return parts.database.transaction(actor, async (tx) => {
      await refuseBlinded(tx, actor, input.areaId, input.caseId)
      await parts.audit.record(tx, actor, input.areaId, {
        action: 'live-panel.screen',
        object: { kind: 'case', id: input.caseId },
      })
      const entered = await enterRoom(tx, parts, input)
      return { ...shownRoom(entered), items: entered.items.map(shownItem) }
    })
  })
