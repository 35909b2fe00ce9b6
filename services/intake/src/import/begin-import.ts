import { randomUUID } from 'node:crypto'
import { AreaId, ImportId, Refusal } from '@cdop/domain'
import { newDataKey } from '@cdop/encryption'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { expireLater } from './expire-import.ts'
import { newestMapping } from './mappings.ts'

const Begun = z.strictObject({ importId: ImportId })

/** Opens an import, whose file then comes piece by piece. One that nobody confirms is cancelled after a week. */
export const beginImport = requires('notification:import')
  .input(z.strictObject({ areaId: AreaId, key: AttemptKey, mapping: z.string().max(40) }))
  .output(Begun)
  .mutation(({ ctx, input }) =>
    changeOnce(
      ctx,
      { procedure: 'import.begin', areaId: input.areaId, input, outcome: Begun },
      async (tx) => {
        const { actor, parts } = ctx
        const { areaId } = input
        const mapping = newestMapping(input.mapping)
        if (mapping === undefined || actor.kind !== 'person') throw new Refusal('not-found')
        const importId = ImportId.parse(randomUUID())
        const at = parts.clock.now()
        await tx`
          insert into intake.imports
            (area_id, id, state, mapping, mapping_version, began_by, began_at, changed_at, wrapped)
          values (${areaId}, ${importId}, 'uploading', ${mapping.id}, ${mapping.version}, ${actor.personId},
            ${at}, ${at}, ${newDataKey(parts.keys, areaId, importId)})`
        await parts.audit.record(tx, actor, areaId, {
          action: 'import.begin',
          object: { kind: 'import', id: importId },
        })
        await expireLater(tx, { areaId, importId, onBehalfOf: actor.personId, requestId: actor.requestId })
        return { importId }
      },
    ),
  )
