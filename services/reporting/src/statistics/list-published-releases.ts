import { AreaId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { tablesOf } from '../release/release-store.ts'
import { requires } from '../rpc.ts'
import { offeredReleases } from './offered-releases.ts'
import { headOfAnswer, lineOf, PublishedRelease } from './published-release.ts'
import { readerOf } from './reader.ts'

/** The published releases of an area with their contents, newest first. */
export const listPublishedReleases = requires('statistics:read')
  .input(z.strictObject({ areaId: AreaId }))
  .output(z.strictObject({ releases: z.array(PublishedRelease) }))
  .query(({ ctx: { actor, parts }, input: { areaId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(readerOf(actor), async (tx) => {
      await parts.audit.record(tx, actor, areaId, {
        action: 'statistics.list',
        object: { kind: 'area', id: areaId },
      })
      const releases = []
      for (const head of await offeredReleases(tx, areaId)) {
        const tables = (await tablesOf(tx, areaId, head.releaseId)).map(lineOf)
        releases.push({ ...headOfAnswer(head), releaseId: head.releaseId, tables })
      }
      return { releases }
    })
  })
