import { AreaId, ImportId, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { CHECK_IMPORT, wakeImport } from './import-jobs.ts'
import { ImportState } from './import-state.ts'
import { lockImport } from './import-store.ts'

const Finished = z.strictObject({ state: ImportState })

/** The whole file is here, in so many pieces: it is looked at from now on. */
export const finishUpload = requires('notification:import')
  .input(
    z.strictObject({
      areaId: AreaId,
      importId: ImportId,
      key: AttemptKey,
      pieces: z.int().min(0),
    }),
  )
  .output(Finished)
  .mutation(({ ctx, input }) =>
    changeOnce(
      ctx,
      { procedure: 'import.finish', areaId: input.areaId, input, outcome: Finished },
      async (tx) => {
        const { actor, parts } = ctx
        const { areaId, importId, pieces } = input
        const stored = await lockImport(tx, input)
        if (stored.state !== 'uploading' || stored.pieces !== pieces || actor.kind !== 'person') {
          throw new Refusal('import-moved-on')
        }
        await tx`
        update intake.imports set state = 'checking', changed_at = ${parts.clock.now()}
        where area_id = ${areaId} and id = ${importId}`
        await parts.audit.record(tx, actor, areaId, {
          action: 'import.upload',
          object: { kind: 'import', id: importId },
          fieldClasses: ['identity'],
        })
        await wakeImport(tx, CHECK_IMPORT, {
          areaId,
          importId,
          onBehalfOf: actor.personId,
          requestId: actor.requestId,
        })
        return { state: 'checking' as const }
      },
    ),
  )
