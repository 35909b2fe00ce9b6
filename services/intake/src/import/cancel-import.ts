import { AreaId, ImportId, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { ImportState, mayCancel } from './import-state.ts'
import { endImport, lockImport } from './import-store.ts'

const Cancelled = z.strictObject({ state: ImportState })

/** Takes an import back before it was confirmed: of the file nothing stays but that there was one. */
export const cancelImport = requires('notification:import')
  .input(z.strictObject({ areaId: AreaId, importId: ImportId, key: AttemptKey }))
  .output(Cancelled)
  .mutation(({ ctx, input }) =>
    changeOnce(
      ctx,
      { procedure: 'import.cancel', areaId: input.areaId, input, outcome: Cancelled },
      async (tx) => {
        const { actor, parts } = ctx
        const stored = await lockImport(tx, input)
        if (!mayCancel(stored.state)) throw new Refusal('import-moved-on')
        await endImport(tx, input, { state: 'cancelled', at: parts.clock.now() })
        await parts.audit.record(tx, actor, input.areaId, {
          action: 'import.cancel',
          object: { kind: 'import', id: input.importId },
        })
        return { state: 'cancelled' as const }
      },
    ),
  )
