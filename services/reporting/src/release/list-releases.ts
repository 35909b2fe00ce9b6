import { AreaId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { ReleaseLine, releasesOf } from './release-store.ts'

/** Every release of an area, newest first: what it is, not what it says. */
export const listReleases = requires('release:read')
  .input(z.strictObject({ areaId: AreaId }))
  .output(z.strictObject({ releases: z.array(ReleaseLine) }))
  .query(({ ctx: { actor, parts }, input: { areaId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      await parts.audit.record(tx, actor, areaId, {
        action: 'release.list',
        object: { kind: 'area', id: areaId },
      })
      return { releases: [...(await releasesOf(tx, areaId))] }
    })
  })
