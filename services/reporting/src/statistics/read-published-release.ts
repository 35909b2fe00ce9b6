import { AreaId, ReleaseId, requireArea } from '@cdop/domain'
import { answerOf, StatisticalAnswer } from '@cdop/statistics'
import { z } from 'zod'
import { readable } from '../release/release.ts'
import { requires } from '../rpc.ts'
import { offeredRelease } from './offered-releases.ts'
import { headOfAnswer, lineOf, PublishedRelease } from './published-release.ts'
import { readerOf } from './reader.ts'

/** Every table of a published release, figure by figure, in the order of their ids. @throws Refusal `not-found` */
export const readPublishedRelease = requires('statistics:read')
  .input(z.strictObject({ areaId: AreaId, releaseId: ReleaseId }))
  .output(z.strictObject({ release: PublishedRelease, answers: z.array(StatisticalAnswer) }))
  .query(({ ctx: { actor, parts }, input: { areaId, releaseId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(readerOf(actor), async (tx) => {
      const { head, tables } = await offeredRelease(tx, areaId, releaseId)
      await parts.audit.record(tx, actor, areaId, {
        action: 'statistics.read',
        object: { kind: 'release', id: releaseId },
      })
      const about = headOfAnswer(head)
      const answers = tables.flatMap((stored) => {
        const found = readable(stored)
        return found.outcome === 'published' ? [answerOf(found.tableId, found.table, about)] : []
      })
      return { release: { ...about, releaseId, tables: tables.map(lineOf) }, answers }
    })
  })
