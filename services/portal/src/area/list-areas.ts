import { Area } from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { readAreas } from './area-store.ts'

/** The areas the actor acts in. */
export const listAreas = requires('area:read')
  .input(z.void())
  .output(z.array(Area))
  .query(({ ctx: { actor, parts } }) => parts.database.transaction(actor, readAreas))
