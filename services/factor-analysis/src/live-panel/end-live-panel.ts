import { Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { passFor } from '../analysis/case-access.ts'
import { requires } from '../rpc.ts'
import { AskedLive } from './live-access.ts'
import { enterRoom } from './live-room.ts'
import { closeLiveSession } from './live-session-store.ts'

const Ended = z.strictObject({ ended: z.literal(true) })

/**
 * Ends a live panel without an agreement; what was decided is kept, and it can go on later. It needs no quorum and no hold
 * to be over: it decides nothing. One that is not open stays as it is.
 * @throws Refusal `stale` when something was decided meanwhile, `not-found`
 */
export const endLivePanel = requires('live-panel:decide')
  .input(AskedLive.extend({ key: AttemptKey, version: z.number().int().positive() }))
  .output(Ended)
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    await passFor(parts.keyring, actor, input)
    if (actor.kind !== 'person') throw new Refusal('not-found')
    const { areaId, caseId } = input
    const by = actor.personId
    const change = { procedure: 'live-panel.end', areaId, input, outcome: Ended }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const { place, session } = await enterRoom(tx, parts, input, { lock: true })
      if (session?.state !== 'open') return { ended: true }
      if (session.version !== input.version) throw new Refusal('stale')
      await closeLiveSession(tx, place, { as: 'ended', by, at: parts.clock.now() })
      await parts.audit.record(tx, actor, areaId, {
        action: 'live-panel.end',
        object: { kind: 'case', id: caseId },
      })
      return { ended: true }
    })
  })
