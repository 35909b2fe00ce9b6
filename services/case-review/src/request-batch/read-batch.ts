import { AreaId, CaseId, Instant, PersonId, Refusal, RequestBatchId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { batchRows, findBatch, newestBatch } from './batch-store.ts'
import { BatchRow } from './request-batch.ts'

const ReadBatch = z.strictObject({
  requestBatchId: RequestBatchId,
  askedBy: PersonId,
  askedAt: Instant,
  rows: z.array(BatchRow),
})

/**
 * What became of each of several agencies that were asked at once; of the newest time when none is named.
 * Null when there was none.
 * @throws Refusal `not-found` for one of another case
 */
export const readBatch = requires('information-request:read')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId, requestBatchId: RequestBatchId.exactOptional() }))
  .output(ReadBatch.nullable())
  .query(({ ctx: { actor, parts }, input: { areaId, caseId, requestBatchId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const seen = await seeCase(tx, person, areaId, caseId)
      requireClass(seen, 'agency-return')
      await parts.audit.record(tx, actor, areaId, {
        action: 'request-batch.read',
        object: { kind: 'case', id: caseId },
      })
      const batch =
        requestBatchId === undefined
          ? await newestBatch(tx, areaId, seen.found)
          : await findBatch(tx, areaId, requestBatchId)
      if (batch === null && requestBatchId === undefined) return null
      if (batch === null || !seen.found.caseIds.includes(batch.caseId)) throw new Refusal('not-found')
      const { requestBatchId: found, askedBy, askedAt } = batch
      const rows = await batchRows(tx, areaId, found, parts.clock.today())
      return { requestBatchId: found, askedBy, askedAt, rows }
    })
  })
