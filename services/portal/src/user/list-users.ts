import { AreaId, areasOf, Refusal } from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { AreaUser, readAreaUsers } from './membership-store.ts'

/** Everybody who has or had access to an area. */
export const listUsers = requires('user:read')
  .input(z.strictObject({ areaId: AreaId }))
  .output(z.array(AreaUser))
  .query(async ({ ctx: { actor, parts }, input: { areaId } }) => {
    if (!areasOf(actor).includes(areaId)) throw new Refusal('not-found')
    return parts.database.transaction(actor, async (tx) => {
      await parts.audit.record(tx, actor, areaId, {
        action: 'user.list',
        object: { kind: 'area', id: areaId },
      })
      return readAreaUsers(tx, areaId)
    })
  })
