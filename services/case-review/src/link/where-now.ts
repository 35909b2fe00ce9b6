import { AreaId, InformationRequestId } from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { areaOfRequest } from './link-store.ts'

/**
 * The area in which a request lies, for whoever has opened its link already: it may have been handed to another area
 * since. Null when there is no such request.
 */
export const whereNow = requires('information-request:identify')
  .input(z.strictObject({ informationRequestId: InformationRequestId }))
  .output(z.strictObject({ areaId: AreaId.nullable() }))
  .query(async ({ ctx: { parts }, input: { informationRequestId } }) => ({
    areaId: await parts.database.withoutActor((tx) => areaOfRequest(tx, informationRequestId)),
  }))
