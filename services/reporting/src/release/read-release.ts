import { AreaId, ReleaseId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { mayPreview } from './may-preview.ts'
import { hashOfTables, ReleaseHead, ReleaseTable, readable } from './release.ts'
import { findRelease, signedRelease } from './release-head-store.ts'
import { tablesOf } from './release-store.ts'
import { signatureHolds } from './signature.ts'

const Release = ReleaseHead.extend({
  tables: z.array(ReleaseTable),
  /** Whether the signature is this service's word on these tables; null where none is kept. */
  signatureHolds: z.boolean().nullable(),
})

/**
 * A release as it was built: only its stored, protected cells are touched. One that is not signed is there only for who
 * builds or signs, as a preview.
 */
export const readRelease = requires('release:read')
  .input(z.strictObject({ areaId: AreaId, releaseId: ReleaseId }))
  .output(Release)
  .query(({ ctx: { actor, parts }, input: { areaId, releaseId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const find = mayPreview(actor) ? findRelease : signedRelease
      const head = await find(tx, areaId, releaseId)
      await parts.audit.record(tx, actor, areaId, {
        action: 'release.read',
        object: { kind: 'release', id: releaseId },
      })
      const tables = await tablesOf(tx, areaId, releaseId)
      const holds = await signatureHolds(tx, parts.keyring, areaId, head)
      return {
        ...head,
        tables: tables.map(readable),
        signatureHolds: holds && hashOfTables(tables) === head.hash,
      }
    })
  })
