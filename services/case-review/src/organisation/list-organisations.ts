import { AreaId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { Organisation } from './organisation.ts'
import { organisationsOf } from './organisation-store.ts'

/** The agencies the area can ask. */
export const listOrganisations = requires('organisation:read')
  .input(z.strictObject({ areaId: AreaId }))
  .output(z.strictObject({ rows: z.array(Organisation) }))
  .query(({ ctx: { actor, parts }, input: { areaId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      await parts.audit.record(tx, actor, areaId, {
        action: 'organisation.list',
        object: { kind: 'area', id: areaId },
      })
      return { rows: await organisationsOf(tx, areaId) }
    })
  })
