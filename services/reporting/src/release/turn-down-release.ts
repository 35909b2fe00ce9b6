import { AreaId, ReleaseId, TurnDownReason } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { decider, releaseToDecide } from './deciding.ts'
import { addDecision } from './decision-store.ts'
import { Hash } from './release.ts'

const TurnedDown = z.strictObject({ reason: TurnDownReason })

/**
 * Turns down a release somebody else built: it is never published, and nothing is held to it.
 * @throws Refusal `own-release`, `release-decided`, `release-superseded`, `stale`
 */
export const turnDownRelease = requires('release:sign')
  .input(
    z.strictObject({
      areaId: AreaId,
      releaseId: ReleaseId,
      hash: Hash,
      reason: TurnDownReason,
      key: AttemptKey,
    }),
  )
  .output(TurnedDown)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const by = decider(actor)
    const { areaId, releaseId, hash, reason } = input
    const change = { procedure: 'release.turn-down', areaId, input, outcome: TurnedDown }
    return changeOnce({ actor, parts }, change, async (tx) => {
      await releaseToDecide(tx, areaId, { releaseId, hash, by })
      const at = parts.clock.now()
      await addDecision(tx, areaId, { releaseId, hash, by, at, outcome: 'turned-down', reason })
      await parts.audit.record(tx, actor, areaId, {
        action: 'release.turn-down',
        object: { kind: 'release', id: releaseId },
      })
      return { reason }
    })
  })
