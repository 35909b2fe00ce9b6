import { AreaId, Instant, NationalStanding, requireArea, standingAfter } from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { destinationOf } from './destination.ts'
import { routeOf, waitingIn } from './national-route-store.ts'

/**
 * How the way to the national database stands for an area: whether it takes what is sent, since when it has not, and how
 * many submissions wait. Of no case.
 */
export const readWay = requires('national-submission:way')
  .input(z.strictObject({ areaId: AreaId }))
  .output(
    z.strictObject({
      /** Somebody has set where it is. */
      isSet: z.boolean(),
      standing: NationalStanding,
      /** Since when it fails; null while it works. */
      since: Instant.nullable(),
      /** At most a thousand are counted. */
      waiting: z.int().nonnegative(),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const route = await routeOf(tx, areaId)
      const standing = standingAfter(route)
      return {
        isSet: (await destinationOf(tx, parts, areaId)) !== null,
        standing,
        since: standing === 'works' || route === null ? null : route.since,
        waiting: standing === 'works' ? 0 : await waitingIn(tx, areaId),
      }
    })
  })
