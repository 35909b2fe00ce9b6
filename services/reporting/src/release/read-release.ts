import { AreaId, ReleaseId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { ReleaseHead, ReleaseTable, readable } from './release.ts'
import { findRelease, tablesOf } from './release-store.ts'

const Release = ReleaseHead.extend({ tables: z.array(ReleaseTable) })

/** A release as it was built: only its stored, protected cells are touched. */
export const readRelease = requires('release:read')
  .input(z.strictObject({ areaId: AreaId, releaseId: ReleaseId }))
  .output(Release)
  .query(({ ctx: { actor, parts }, input: { areaId, releaseId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const head = await findRelease(tx, areaId, releaseId)
      await parts.audit.record(tx, actor, areaId, {
        action: 'release.read',
        object: { kind: 'release', id: releaseId },
      })
      return { ...head, tables: (await tablesOf(tx, areaId, releaseId)).map(readable) }
    })
  })
