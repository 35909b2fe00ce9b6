import { decideItem, LiveDecision, LiveItemState, PersonId, Refusal, text } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { AskedLive, decidingChair } from './live-access.ts'
import { takeDecision } from './live-decision-store.ts'
import { enterOpenRoom } from './live-room.ts'
import { moveOn } from './live-session-store.ts'

const Decided = z.strictObject({ state: LiveItemState, version: z.number().int().positive() })

/**
 * Decides one item before the panel, with who of those present disagreed. It counts once, and only for the answer and the
 * decision the chair saw.
 * @throws Refusal `stale` when the item was decided or its answer changed meanwhile, `live-panel-ended`,
 * `analysis-agreed`, `analysis-incomplete`, `not-allowed-in-this-state`, `disagreement-not-of-panel`, `case-on-hold`,
 * `not-found`
 */
export const decideLiveItem = requires('live-panel:decide')
  .input(
    AskedLive.extend({
      key: AttemptKey,
      item: z.string().max(200),
      /** The number of the decision the chair saw; 0 before the first. */
      version: z.number().int().nonnegative(),
      /** The answer the chair saw, by its digest. */
      digest: z.string().max(60),
      decision: LiveDecision,
      disagreed: z.array(PersonId).max(100),
      words: text(2_000).nullable(),
    }),
  )
  .output(Decided)
  .mutation(async ({ ctx: { actor, assertion, parts }, input }) => {
    const { by, present } = await decidingChair({ actor, assertion, parts }, input)
    const { areaId, caseId, item, version, decision, disagreed, words } = input
    const at = parts.clock.now()
    const change = { procedure: 'live-panel.decide', areaId, input, outcome: Decided }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const { place, cipher, items } = await enterOpenRoom(tx, parts, input)
      const found = items.find((one) => one.item === item)
      if (found === undefined) throw new Refusal('not-found')
      if (found.digest !== input.digest) throw new Refusal('stale')
      const { answered, digest } = found
      const sent = { version, decision, disagreed, words }
      const decided = decideItem(sent, { standing: found, answered, present })
      const taken = { ...decided, item, digest, by, at, disagreed, words }
      if (!(await takeDecision(tx, cipher, place, taken))) throw new Refusal('stale')
      await moveOn(tx, place, item)
      await parts.audit.record(tx, actor, areaId, {
        action: 'live-panel.decide',
        object: { kind: 'case', id: caseId },
        fieldClasses: ['analysis'],
      })
      return decided
    })
  })
