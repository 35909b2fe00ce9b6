import { AreaId, givenWithdrawals, mayStepPack, PackId, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { lockPack, withdraw } from './pack-store.ts'

/**
 * Takes a version back: from the next request on nobody reads it.
 * @throws Refusal `not-found`; `stale` when it is out of use already
 */
export const withdrawPack = requires('pack:build')
  .input(z.strictObject({ areaId: AreaId, packId: PackId, because: givenWithdrawals, key: AttemptKey }))
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const { personId: by } = requirePerson(actor)
    const { areaId, packId, because } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'pack.withdraw', input, outcome: z.null() },
      async (tx) => {
        const pack = await lockPack(tx, areaId, packId)
        if (!mayStepPack(pack.state, 'withdrawn')) throw new Refusal('stale')
        await withdraw(tx, areaId, packId, { by, at: parts.clock.now(), because })
        await parts.audit.record(tx, actor, areaId, {
          action: 'pack.withdraw',
          object: { kind: 'pack', id: packId },
        })
        return null
      },
    )
  })
