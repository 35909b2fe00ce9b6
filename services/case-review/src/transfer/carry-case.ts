import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import { AreaId, CaseId, RequestId, type ServiceActor, TransferId } from '@cdop/domain'
import { rewrapDataKey } from '@cdop/encryption'
import { addJob } from '@cdop/events'
import { z } from 'zod'
import { findCase, setNextClock } from '../case/case-store.ts'
import { partFamilies } from '../family/part-families.ts'
import { wakeUnsettled } from '../national-submission/wake-submission.ts'
import type { Parts } from '../parts.ts'
import { addCarriedRows, type CarriedRows, deleteCarriedRows, readCarriedRows } from './carried-rows.ts'
import { caseEvents, eventsNotTold } from './case-events.ts'
import { fillStub, hasArrived, markArrived } from './stub-store.ts'

/** The job that takes all that belongs to a case to the area that took it over. */
export const CARRY_CASE = 'carry-case'

const Carrying = z.strictObject({
  transferId: TransferId,
  caseId: CaseId,
  fromAreaId: AreaId,
  toAreaId: AreaId,
})
export type Carrying = z.infer<typeof Carrying>

/** Seconds after which it is done again, in case the process at it has died: done, it does nothing. */
const MAKE_SURE_AFTER = 60

/** Has it carried once this transaction has committed. */
export async function wakeCarrying(tx: Db, carrying: Carrying): Promise<void> {
  const key = `${CARRY_CASE}:${carrying.transferId}`
  await addJob(tx, 'case-review', CARRY_CASE, carrying, key)
  await addJob(tx, 'case-review', CARRY_CASE, carrying, `${key}:again`, { inSeconds: MAKE_SURE_AFTER })
}

const itself = (areaId: AreaId): ServiceActor => ({
  kind: 'service',
  service: 'case-review',
  areaId,
  onBehalfOf: null,
  requestId: RequestId.parse(randomUUID()),
})

/** The case has left by this very transfer, and has not come back since. */
async function hasLeft(tx: Db, { transferId, caseId, fromAreaId }: Carrying): Promise<boolean> {
  const found = await findCase(tx, fromAreaId, caseId, { lock: true })
  return found?.leftBy === transferId && found.arrivingBy === null
}

/** What is to be carried; null when nothing is left where the case came from. */
function left(parts: Parts, carrying: Carrying): Promise<CarriedRows | null> {
  const { caseId, fromAreaId: areaId } = carrying
  return parts.database.transaction(itself(areaId), async (tx) => {
    if (!(await hasLeft(tx, carrying))) return null
    // What a parent of another record of the child asked or was told goes along, and stays there too.
    await partFamilies(tx, parts.keys, areaId, [caseId])
    return readCarriedRows(tx, areaId, caseId, await caseEvents(tx, areaId, caseId))
  })
}

/**
 * Writes all of it where the case is now, and has it stand there where it stood: in one transaction, so that nobody sees
 * a part. What was sealed is not opened; its key is wrapped for this area.
 * @throws Error while the case has not begun there: it is tried again
 */
function arrive(parts: Parts, carrying: Carrying, rows: CarriedRows): Promise<void> {
  const { transferId, caseId, fromAreaId, toAreaId: areaId } = carrying
  const self = itself(areaId)
  return parts.database.transaction(self, async (tx) => {
    const stub = await findCase(tx, areaId, caseId, { lock: true })
    if (await hasArrived(tx, areaId, transferId)) return
    if (stub?.arrivingBy !== transferId) throw new Error('the case has not begun there yet')
    // What an earlier stay left behind, had carrying it away been cut off.
    await deleteCarriedRows(tx, areaId, caseId)
    const wrapped = rewrapDataKey(parts.keys, caseId, rows.wrapped, { from: fromAreaId, to: areaId })
    await addCarriedRows(tx, areaId, caseId, { ...rows, wrapped })
    await fillStub(tx, areaId, stub, rows.caseRow)
    await wakeUnsettled(tx, areaId, caseId)
    await markArrived(tx, areaId, transferId, parts.clock.now())
    await setNextClock(tx, areaId, caseId)
    await parts.audit.record(tx, self, areaId, {
      action: 'case.take-over',
      object: { kind: 'case', id: caseId },
    })
    const told = await eventsNotTold(tx, areaId, caseId, rows.events)
    const opened = { type: 'case.opened.v1' as const, subject: caseId, payload: { caseId } }
    await parts.publisher.publish(tx, self, areaId, opened, ...told)
  })
}

/** What belongs to the case goes from where it was, with the key it was sealed under; a stub stays. */
function destroy(parts: Parts, carrying: Carrying): Promise<void> {
  const { caseId, fromAreaId: areaId } = carrying
  return parts.database.transaction(itself(areaId), async (tx) => {
    if (await hasLeft(tx, carrying)) await deleteCarriedRows(tx, areaId, caseId)
  })
}

/** Carries a case that another area took over: read, written there, deleted here. Bears being cut off. */
export async function carryCase(parts: Parts, payload: unknown): Promise<void> {
  const carrying = Carrying.parse(payload)
  const rows = await left(parts, carrying)
  if (rows === null) return
  await arrive(parts, carrying, rows)
  await destroy(parts, carrying)
}
