import { AreaId, Refusal, ReleaseId, requireArea } from '@cdop/domain'
import { answerOf, StatisticalAnswer } from '@cdop/statistics'
import { z } from 'zod'
import { readable } from '../release/release.ts'
import { requires } from '../rpc.ts'
import { offeredRelease } from './offered-releases.ts'
import { headOfAnswer, lineOf, PublishedRelease, TableId } from './published-release.ts'
import { readerOf } from './reader.ts'

/**
 * A table of a published release, figure by figure, from its stored, protected cells alone; null for one that was withheld.
 * @throws Refusal `not-found` for a release that is not published, or a table it does not name
 */
export const readPublishedTable = requires('statistics:read')
  .input(z.strictObject({ areaId: AreaId, releaseId: ReleaseId, tableId: TableId }))
  .output(z.strictObject({ release: PublishedRelease, answer: StatisticalAnswer.nullable() }))
  .query(({ ctx: { actor, parts }, input: { areaId, releaseId, tableId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(readerOf(actor), async (tx) => {
      const { head, tables } = await offeredRelease(tx, areaId, releaseId)
      const stored = tables.find((table) => table.tableId === tableId)
      if (stored === undefined) throw new Refusal('not-found')
      await parts.audit.record(tx, actor, areaId, {
        action: 'statistics.read',
        object: { kind: 'release', id: releaseId },
      })
      const about = headOfAnswer(head)
      const found = readable(stored)
      return {
        release: { ...about, releaseId, tables: tables.map(lineOf) },
        answer: found.outcome === 'published' ? answerOf(tableId, found.table, about) : null,
      }
    })
  })
