import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import { AreaId, CaseId, RequestId, type ServiceActor, whoMustBeTold } from '@cdop/domain'
import { addJob } from '@cdop/events'
import { z } from 'zod'
import { caseCipher, findCase } from '../case/case-store.ts'
import type { Parts } from '../parts.ts'
import {
  addToldEntry,
  recipientsRecorded,
  saveNotTold,
  type ToldEntry,
  toldEntries,
} from '../told-list/told-store.ts'

/** The job that takes what is recorded about who was told of a death to the area that took the case over. */
export const CARRY_TOLD = 'carry-told'

const Carrying = z.strictObject({ caseId: CaseId, fromAreaId: AreaId, toAreaId: AreaId })
type Carrying = z.infer<typeof Carrying>

/** Seconds after which it is done again, in case the process at it has died: done, it does nothing. */
const MAKE_SURE_AFTER = 60

/** Has it carried once this transaction has committed. */
export async function wakeCarrying(tx: Db, carrying: Carrying): Promise<void> {
  const key = `${CARRY_TOLD}:${carrying.caseId}:${carrying.toAreaId}`
  await addJob(tx, 'case-review', CARRY_TOLD, carrying, key)
  await addJob(tx, 'case-review', CARRY_TOLD, carrying, `${key}:again`, { inSeconds: MAKE_SURE_AFTER })
}

const itself = (areaId: AreaId): ServiceActor => ({
  kind: 'service',
  service: 'case-review',
  areaId,
  onBehalfOf: null,
  requestId: RequestId.parse(randomUUID()),
})

async function hasKey(tx: Db, areaId: AreaId, caseId: CaseId): Promise<boolean> {
  const rows = await tx`
    select from case_review.data_keys where area_id = ${areaId} and subject = ${caseId}
  `
  return rows.length > 0
}

/** What is still to be carried; null when nothing is left where the case came from. */
function left(parts: Parts, { caseId, fromAreaId }: Carrying): Promise<ToldEntry[] | null> {
  return parts.database.transaction(itself(fromAreaId), async (tx) => {
    const found = await findCase(tx, fromAreaId, caseId)
    if (found?.state !== 'transferred' || !(await hasKey(tx, fromAreaId, caseId))) return null
    return toldEntries(tx, await caseCipher(tx, parts.keys, fromAreaId, caseId), fromAreaId, caseId)
  })
}

/**
 * Writes the entries where the case is now, sealed under its key there. One that is there already stays; somebody who has
 * recorded something there meanwhile is followed by what was recorded before, and nothing is lost.
 * @throws Error while the case has not begun there: it is tried again
 */
function arrive(parts: Parts, { caseId, toAreaId: areaId }: Carrying, entries: ToldEntry[]): Promise<void> {
  return parts.database.transaction(itself(areaId), async (tx) => {
    const found = await findCase(tx, areaId, caseId, { lock: true })
    if (found === null || found.state === 'transferred') throw new Error('the case has not begun there yet')
    const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
    const known = new Set(
      (await toldEntries(tx, cipher, areaId, caseId)).map(
        ({ recipient, recordedAt }) => `${recipient} ${recordedAt}`,
      ),
    )
    const recorded = await recipientsRecorded(tx, areaId, caseId)
    for (const told of entries.toReversed()) {
      if (known.has(`${told.recipient} ${told.recordedAt}`)) continue
      const entry = (recorded.get(told.recipient) ?? 0) + 1
      await addToldEntry(tx, cipher, { areaId, caseId }, { ...told, entry })
      recorded.set(told.recipient, entry)
    }
    const notTold = whoMustBeTold(found.ageBand).filter((one) => !recorded.has(one)).length
    await saveNotTold(tx, areaId, caseId, notTold)
    await parts.audit.record(tx, itself(areaId), areaId, {
      action: 'case.take-over',
      object: { kind: 'case', id: caseId },
    })
  })
}

/** What names staff beside the child goes from where the case was, with the key it was sealed under. */
function destroy(parts: Parts, { caseId, fromAreaId: areaId }: Carrying): Promise<void> {
  return parts.database.transaction(itself(areaId), async (tx) => {
    const found = await findCase(tx, areaId, caseId, { lock: true })
    if (found?.state !== 'transferred') return
    await tx`delete from case_review.told_entries where area_id = ${areaId} and case_id = ${caseId}`
    await tx`delete from case_review.data_keys where area_id = ${areaId} and subject = ${caseId}`
  })
}

/** Carries what is recorded of a case that another area took over: read, written there, destroyed here. Bears being cut off. */
export async function carryTold(parts: Parts, payload: unknown): Promise<void> {
  const carrying = Carrying.parse(payload)
  const entries = await left(parts, carrying)
  if (entries === null) return
  await arrive(parts, carrying, entries)
  await destroy(parts, carrying)
}
