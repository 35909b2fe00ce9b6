import { AreaId, requireArea } from '@cdop/domain'
import { areaCipher } from '@cdop/service'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { TableRequest, tableRequestsOf } from './table-request-store.ts'

/** What people of an area asked for and no release held, the newest first. Audited first. */
export const listTableRequests = requires('table-request:read')
  .input(z.strictObject({ areaId: AreaId }))
  .output(z.strictObject({ requests: z.array(TableRequest) }))
  .query(({ ctx: { actor, parts }, input: { areaId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      await parts.audit.record(tx, actor, areaId, {
        action: 'table-request.list',
        object: { kind: 'area', id: areaId },
      })
      const cipher = await areaCipher(tx, parts, areaId)
      return { requests: await tableRequestsOf(tx, cipher, areaId) }
    })
  })
