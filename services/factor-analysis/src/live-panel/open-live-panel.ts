import { Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { AskedLive, decidingChair } from './live-access.ts'
import { enterRoom } from './live-room.ts'
import { closeLiveSession, openLiveSession, openSessionOf } from './live-session-store.ts'

const Opened = z.strictObject({ item: z.string() })

/**
 * Begins the live panel on a case at a meeting, or goes on with the one that was ended: what was decided in it stands. Where
 * it is open already nothing happens, and one left open at another meeting ends.
 * @throws Refusal `not-found`, `case-on-hold`, `not-allowed-in-this-state`, `date-in-future`, `analysis-agreed`
 */
export const openLivePanel = requires('live-panel:decide')
  .input(AskedLive.extend({ key: AttemptKey }))
  .output(Opened)
  .mutation(async ({ ctx: { actor, assertion, parts }, input }) => {
    const { by } = await decidingChair({ actor, assertion, parts }, input)
    const { areaId, caseId, panelMeetingId } = input
    const at = parts.clock.now()
    const change = { procedure: 'live-panel.open', areaId, input, outcome: Opened }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const elsewhere = await openSessionOf(tx, areaId, caseId)
      const room = await enterRoom(tx, parts, input)
      const { place, session, analysis, items } = room
      if (analysis?.state === 'agreed') throw new Refusal('analysis-agreed')
      if (session?.state === 'open') return { item: session.currentItem }
      if (elsewhere !== null) {
        const { panelMeetingId: other, revision } = elsewhere
        await closeLiveSession(
          tx,
          { areaId, caseId, panelMeetingId: other, revision },
          { as: 'ended', by, at },
        )
      }
      const first = items.find(({ state }) => state !== 'agreed') ?? items[0]
      if (first === undefined) throw new Error('an analysis form asks something')
      const opened = await openLiveSession(tx, place, { item: first.item, by, at })
      await parts.audit.record(tx, actor, areaId, {
        action: 'live-panel.open',
        object: { kind: 'case', id: caseId },
      })
      if (!opened) {
        const meanwhile = await enterRoom(tx, parts, { areaId, caseId, panelMeetingId })
        if (meanwhile.session?.state !== 'open') throw new Refusal('stale')
        return { item: meanwhile.session.currentItem }
      }
      return { item: session?.currentItem ?? first.item }
    })
  })
