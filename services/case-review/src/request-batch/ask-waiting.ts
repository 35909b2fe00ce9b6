import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import { AreaId, Refusal, RequestBatchId, RequestId } from '@cdop/domain'
import { addJob } from '@cdop/events'
import { z } from 'zod'
import { caseReviewIn } from '../area/area-access.ts'
import { findCase } from '../case/case-store.ts'
import { askAgency } from '../information-request/ask-agency.ts'
import type { Parts } from '../parts.ts'
import {
  type Batch,
  batchRows,
  findBatch,
  hasWithdrawn,
  isLeft,
  type Place,
  placesLeft,
  requestThatCounts,
  type Settled,
  settlePlace,
} from './batch-store.ts'

/** The job that asks everybody of a batch whose turn has not been. */
export const ASK_WAITING = 'ask-waiting'

const Waiting = z.strictObject({ areaId: AreaId, requestBatchId: RequestBatchId })
type Waiting = z.infer<typeof Waiting>

/** Seconds after which it is looked again, in case the process at it has died. */
const MAKE_SURE_AFTER = 60

/** Has everybody asked once this transaction has committed. */
export function wakeAsking(tx: Db, waiting: Waiting): Promise<void> {
  return addJob(tx, 'case-review', ASK_WAITING, waiting, `${ASK_WAITING}:${waiting.requestBatchId}`)
}

function makeSure(tx: Db, waiting: Waiting): Promise<void> {
  const key = `${ASK_WAITING}:${waiting.requestBatchId}:again`
  return addJob(tx, 'case-review', ASK_WAITING, waiting, key, { inSeconds: MAKE_SURE_AFTER })
}

/**
 * Asks everybody of a batch who is left, one after another: each in a transaction of its own with its outcome, so that
 * whoever begins again goes on where it stopped. One that fails keeps no other waiting.
 * @throws the first failure, when all have had their turn: the job is then tried again
 */
export async function askWaiting(parts: Parts, payload: unknown): Promise<void> {
  const waiting = Waiting.parse(payload)
  const { areaId, requestBatchId } = waiting
  const begun = await inArea(parts, areaId, async (tx) => {
    const batch = await findBatch(tx, areaId, requestBatchId)
    const places = await placesLeft(tx, areaId, requestBatchId)
    if (places.length > 0) await makeSure(tx, waiting)
    return batch && { batch, places }
  })
  const failures: unknown[] = []
  for (const place of begun?.places ?? []) {
    if (begun === null) break
    await takeTurn(parts, areaId, begun.batch, place).catch((thrown: unknown) => failures.push(thrown))
  }
  if (failures.length > 0) throw failures[0]
}

function inArea<Result>(parts: Parts, areaId: AreaId, work: (tx: Db) => Promise<Result>): Promise<Result> {
  return parts.database.transaction(caseReviewIn(areaId, RequestId.parse(randomUUID())), work)
}

async function takeTurn(parts: Parts, areaId: AreaId, batch: Batch, place: number): Promise<void> {
  const at: Place = { requestBatchId: batch.requestBatchId, place }
  try {
    await inArea(parts, areaId, async (tx) => {
      const settled = await askInTurn(tx, parts, areaId, batch, at)
      if (settled !== null) await settlePlace(tx, areaId, at, settled, parts.clock.now())
    })
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    // What was begun for it is undone; what is left is that and why it was refused.
    await inArea(parts, areaId, async (tx) => {
      if (!(await isLeft(tx, areaId, at))) return
      await settlePlace(tx, areaId, at, { outcome: 'refused', refusal: thrown.code }, parts.clock.now())
    })
  }
}

/** Decides again, as whoever asked would be answered now. Null when somebody else has had this turn meanwhile. */
async function askInTurn(
  tx: Db,
  parts: Parts,
  areaId: AreaId,
  { caseId, askedBy }: Batch,
  at: Place,
): Promise<Settled | null> {
  // The case first, as everybody does: two never wait for each other, and nobody is asked twice by two at once.
  const found = await findCase(tx, areaId, caseId, { lock: true })
  if (!(await isLeft(tx, areaId, at))) return null
  if (found === null || (await hasWithdrawn(tx, areaId, found, askedBy))) throw new Refusal('not-found')
  const rows = await batchRows(tx, areaId, at.requestBatchId, parts.clock.today())
  const row = rows.find(({ place }) => place === at.place)
  if (row === undefined) throw new Refusal('not-found')
  const before = await requestThatCounts(tx, areaId, found, row.organisationId)
  if (before !== null) return { outcome: 'already-asked', informationRequestId: before }
  const actor = {
    ...caseReviewIn(areaId, RequestId.parse(randomUUID())),
    onBehalfOf: askedBy,
  }
  const { organisationId, contactId } = row
  const asked = { found, organisationId, contactId, by: askedBy }
  const { informationRequestId } = await askAgency(tx, { actor, parts }, areaId, asked)
  return { outcome: 'sent', informationRequestId }
}
