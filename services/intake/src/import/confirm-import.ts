import { AreaId, ImportId, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { EXPIRE_IMPORT, letImportRest, RECEIVE_IMPORT, wakeImport } from './import-jobs.ts'
import { ImportState } from './import-state.ts'
import { lockImport } from './import-store.ts'
import { mappingOf } from './mappings.ts'

const Confirmed = z.strictObject({ state: ImportState })

/**
 * Somebody weighed what the file would add and wants it: one row says so, and a job takes every row in.
 * @throws Refusal `import-moved-on` when it is not, or no longer, ready as that person saw it
 */
export const confirmImport = requires('notification:import')
  .input(
    z.strictObject({
      areaId: AreaId,
      importId: ImportId,
      key: AttemptKey,
      /** How many rows that person saw. */
      rows: z.int(),
      /** A bundle of open cases is signed off, by case-review, which has taken the rest of it. */
      openCases: z.boolean().default(false),
    }),
  )
  .output(Confirmed)
  .mutation(({ ctx, input }) =>
    changeOnce(
      ctx,
      { procedure: 'import.confirm', areaId: input.areaId, input, outcome: Confirmed },
      async (tx) => {
        const { actor, parts } = ctx
        const { areaId, importId, rows, openCases } = input
        const stored = await lockImport(tx, input)
        if (stored.state !== 'ready' || stored.rowsTotal !== rows || actor.kind !== 'person') {
          throw new Refusal('import-moved-on')
        }
        if (mappingOf(stored.mapping, stored.mappingVersion).bundle !== openCases) {
          throw new Refusal('import-moved-on')
        }
        const at = parts.clock.now()
        await tx`
        update intake.imports set state = 'confirmed', confirmed_by = ${actor.personId}, confirmed_at = ${at},
          changed_at = ${at}
        where area_id = ${areaId} and id = ${importId}`
        await parts.audit.record(tx, actor, areaId, {
          action: 'import.confirm',
          object: { kind: 'import', id: importId },
        })
        await letImportRest(tx, importId, [EXPIRE_IMPORT])
        await wakeImport(tx, RECEIVE_IMPORT, {
          areaId,
          importId,
          onBehalfOf: actor.personId,
          requestId: actor.requestId,
        })
        return { state: 'confirmed' as const }
      },
    ),
  )
