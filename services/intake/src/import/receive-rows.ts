import { type Actor, ChildConfirmation, PlainDate } from '@cdop/domain'
import type { ServiceParts } from '@cdop/service'
import { z } from 'zod'
import { receiveNotification } from '../notification/receive-notification.ts'
import { openImportedCase } from '../open-case-import/open-imported-case.ts'
import { cipherOf } from './file-pieces.ts'
import { actorOf, ImportJob, insureImport, letImportRest, RECEIVE_IMPORT } from './import-jobs.ts'
import { lockImport } from './import-store.ts'

/** Rows taken in one transaction, and milliseconds after which it takes no further one. */
const BATCH = 20
const LONGEST = 400

const StagedContent = z.strictObject({
  row: z.int(),
  receivedOn: PlainDate,
  formVersion: z.string(),
  answers: z.record(z.string(), z.unknown()),
  /** Who confirmed the death of an open case. */
  confirmation: ChildConfirmation.exactOptional(),
})

/**
 * Takes a confirmed file in: each row by the one path every notification takes, with its matching, audit and event.
 * A row and the note that it was taken share a transaction, so that whatever happens each becomes one notification;
 * when the process ends, the rest is taken by the next.
 */
export async function receiveRows(parts: ServiceParts, payload: unknown): Promise<void> {
  const job = ImportJob.parse(payload)
  const actor = actorOf(job)
  while (!(await receiveBatch(parts, actor, job)));
}

/** True when there is nothing left to take. */
function receiveBatch(parts: ServiceParts, actor: Actor, job: ImportJob): Promise<boolean> {
  const { areaId, importId } = job
  return parts.database.transaction(actor, async (tx) => {
    const stored = await lockImport(tx, job)
    if (stored.state !== 'confirmed') return true
    await insureImport(tx, RECEIVE_IMPORT, job)
    const waiting = await tx<{ rowNumber: number; received: Buffer; openCase: boolean }[]>`
      select row_number, received, open_case from intake.import_rows
      where area_id = ${areaId} and import_id = ${importId} and notification_id is null
      order by row_number limit ${BATCH}`
    const cipher = cipherOf(parts.keys, stored)
    const started = performance.now()
    const taken: { row: number; notificationId: string }[] = []
    for (const { rowNumber, received, openCase } of waiting) {
      const content = StagedContent.parse(cipher.openJson('import_rows', 'received', received))
      if (content.row !== rowNumber) throw new Error('a row of the file is not in its place')
      const { row, confirmation = null, ...arriving } = content
      const notificationId = await receiveNotification(
        tx,
        { actor, parts },
        { areaId, door: 'import', ...arriving },
      )
      taken.push({ row, notificationId })
      if (openCase) {
        const place = { areaId, importId, row, notificationId }
        await openImportedCase(tx, { actor, parts }, place, { confirmation, by: job.onBehalfOf })
      }
      if (performance.now() - started > LONGEST) break
    }
    await tx`
      update intake.import_rows r set notification_id = t.id, received = null, rest = null, nhs_number_index = null
      from unnest(${taken.map((one) => one.row)}::int[], ${taken.map((one) => one.notificationId)}::uuid[]) as t (row, id)
      where r.area_id = ${areaId} and r.import_id = ${importId} and r.row_number = t.row`
    const received = stored.rowsReceived + taken.length
    const done = received === stored.rowsTotal
    const at = parts.clock.now()
    await tx`
      update intake.imports set rows_received = ${received}, changed_at = ${at},
        state = ${done ? 'done' : 'confirmed'}, ended_at = ${done ? at : null},
        wrapped = case when ${done} then null else wrapped end
      where area_id = ${areaId} and id = ${importId}`
    if (done) {
      await letImportRest(tx, importId, [RECEIVE_IMPORT])
      await parts.audit.record(tx, actor, areaId, {
        action: 'import.done',
        object: { kind: 'import', id: importId },
      })
    }
    return done
  })
}
