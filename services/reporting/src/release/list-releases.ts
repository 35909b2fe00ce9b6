import { AreaId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { mayPreview } from './may-preview.ts'
import { ReleaseLine, releasesOf, signedReleases } from './release-head-store.ts'

/** The signed releases of an area, and for who builds or signs the others too, newest first: what each is, not what it says. */
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
      const found = mayPreview(actor) ? await releasesOf(tx, areaId) : await signedReleases(tx, areaId)
      return { releases: [...found] }
    })
  })
