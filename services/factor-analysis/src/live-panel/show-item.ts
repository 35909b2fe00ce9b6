import { Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { AskedLive, decidingChair } from './live-access.ts'
import { enterOpenRoom } from './live-room.ts'
import { moveOn } from './live-session-store.ts'

const Shown = z.strictObject({ item: z.string() })

/**
 * Turns everybody's screen to an item. Which item is shown decides nothing, so the last of two chairs to turn has turned it.
 * @throws Refusal `not-found` also where the form has no such item, `live-panel-ended`, `analysis-agreed`, `case-on-hold`
 */
export const showItem = requires('live-panel:decide')
  .input(AskedLive.extend({ key: AttemptKey, item: z.string().max(200) }))
  .output(Shown)
  .mutation(async ({ ctx: { actor, assertion, parts }, input }) => {
    await decidingChair({ actor, assertion, parts }, input)
    const { areaId, caseId, item } = input
    const change = { procedure: 'live-panel.show', areaId, input, outcome: Shown }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const { place, session, items } = await enterOpenRoom(tx, parts, input)
      if (!items.some((one) => one.item === item)) throw new Refusal('not-found')
      if (session.currentItem !== item) {
        await moveOn(tx, place, item)
        await parts.audit.record(tx, actor, areaId, {
          action: 'live-panel.show',
          object: { kind: 'case', id: caseId },
        })
      }
      return { item }
    })
  })
