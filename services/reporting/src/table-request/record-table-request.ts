import { randomUUID } from 'node:crypto'
import { AreaId, pointersIn, Refusal, ReleaseId } from '@cdop/domain'
import { AttemptKey, areaCipher, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { TableId } from '../statistics/published-release.ts'
import { addTableRequest, TableRequestId, TableWish } from './table-request-store.ts'

const Recorded = z.strictObject({ requestId: TableRequestId })

/**
 * Asks for a table that no release holds. An analyst reads it; nothing is counted for it.
 * @throws Refusal `identifiers-in-note` for words that point at somebody
 */
export const recordTableRequest = requires('table-request:record')
  .input(
    z.strictObject({
      areaId: AreaId,
      releaseId: ReleaseId.nullable(),
      tableId: TableId.nullable(),
      wish: TableWish,
      key: AttemptKey,
    }),
  )
  .output(Recorded)
  .mutation(({ ctx: { actor, parts }, input }) => {
    if (actor.kind !== 'person') throw new Refusal('not-found')
    const { areaId, releaseId, tableId, wish } = input
    const found = pointersIn(Object.values(wish).join('\n'))
    if (found.length > 0) throw new Refusal('identifiers-in-note', found)
    const { personId } = actor
    const change = { procedure: 'tableRequest.record', areaId, input, outcome: Recorded }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const requestId = randomUUID()
      const cipher = await areaCipher(tx, parts, areaId)
      await addTableRequest(tx, cipher, areaId, {
        ...{ requestId, releaseId, tableId, wish },
        askedBy: personId,
        askedAt: parts.clock.now(),
      })
      await parts.audit.record(tx, actor, areaId, {
        action: 'table-request.record',
        object: { kind: 'table-request', id: requestId },
      })
      return { requestId }
    })
  })
