import { randomUUID } from 'node:crypto'
import { AreaId, DocumentId, ImportId, RequestId } from '@cdop/domain'
import { caseReviewIn } from '../area/area-access.ts'
import { wakeCheck } from '../open-case/file/check-file.ts'
import type { Parts } from '../parts.ts'
import { MOST_PIECES, pieceName } from './content.ts'
import { forgetAttempts } from './document-quota.ts'
import { wakeScan } from './scan-document.ts'

const HOUR = 60 * 60_000
/** Milliseconds after which a file that has not come whole is given up. */
const GIVEN_UP_AFTER = 24 * HOUR
/** Milliseconds content without a row is left alone: the row may be about to be written. */
const SPARED_FOR = 25 * HOUR

async function areasOf(parts: Parts): Promise<AreaId[]> {
  const rows = await parts.database.sql`select area_id from case_review.document_areas order by area_id`
  return rows.map((row) => AreaId.parse(row['areaId']))
}

const within = (areaId: AreaId) => caseReviewIn(areaId, RequestId.parse(randomUUID()))

/**
 * Has whatever still waits for the scanner scanned: also what came from another area, or lost its job. What could not be
 * read back is tried four times a day.
 */
export async function wakeWaiting(parts: Parts): Promise<void> {
  const before = new Date(Date.parse(parts.clock.now()) - 6 * HOUR).toISOString()
  for (const areaId of await areasOf(parts)) {
    await parts.database.transaction(within(areaId), async (tx) => {
      const rows = await tx`
        select document_id from case_review.documents
        where area_id = ${areaId} and state = 'received'
          and (unreadable_at is null or unreadable_at < ${before}::timestamptz)
        limit 200
      `
      for (const row of rows) await wakeScan(tx, { areaId, documentId: DocumentId.parse(row['documentId']) })
      const bundled = await tx`
        select import_id, row_number from case_review.open_case_files
        where area_id = ${areaId} and state in ('whole', 'received') limit 200
      `
      for (const row of bundled) {
        const importId = ImportId.parse(row['importId'])
        await wakeCheck(tx, { areaId, importId, row: Number(row['rowNumber']) })
      }
    })
  }
}

/** Gives up, in every area, files that began to come more than a day ago and never came whole. */
async function giveUp(parts: Parts, areas: readonly AreaId[]): Promise<void> {
  const before = new Date(Date.parse(parts.clock.now()) - GIVEN_UP_AFTER).toISOString()
  for (const areaId of areas) {
    await parts.database.transaction(within(areaId), async (tx) => {
      await tx`
        delete from case_review.document_uploads where area_id = ${areaId} and begun_at < ${before}::timestamptz
      `
      await tx`
        update case_review.open_case_files
        set state = 'awaited', document_id = null, kind = null, piece_name = null, done_by = null, done_at = null
        where area_id = ${areaId} and state = 'coming' and done_at < ${before}::timestamptz
      `
      await forgetAttempts(tx, areaId, parts.clock.now())
    })
  }
}

/** The names that mean something in some area. */
async function namesKnown(parts: Parts, areas: readonly AreaId[]): Promise<Set<string>> {
  const known = new Set<string>()
  for (const areaId of areas) {
    await parts.database.transaction(within(areaId), async (tx) => {
      const kept = await tx<{ objectName: string }[]>`
        select object_name from case_review.documents where area_id = ${areaId} and object_name is not null
      `
      for (const { objectName } of kept) known.add(objectName)
      const bundled = await tx<{ objectName: string }[]>`
        select object_name from case_review.open_case_files where area_id = ${areaId} and object_name is not null
      `
      for (const { objectName } of bundled) known.add(objectName)
      const coming = await tx<{ pieceName: string }[]>`
        select piece_name from case_review.document_uploads where area_id = ${areaId}
        union all
        select piece_name from case_review.open_case_files where area_id = ${areaId} and piece_name is not null
      `
      for (const upload of coming) {
        for (let piece = 0; piece < MOST_PIECES; piece += 1) known.add(pieceName(upload, piece))
      }
    })
  }
  return known
}

/**
 * Destroys content that no row names: left by a crash, given up, or of a case whose key is destroyed. Every area is looked
 * at twice, the second time in the other direction: a case can go from one to another in the middle of a look.
 * @returns how many were destroyed
 */
export async function sweepDocuments(parts: Parts): Promise<number> {
  const areas = await areasOf(parts)
  // A store that is full and a database that knows of no document are not a pair: nothing is destroyed on its word.
  if (areas.length === 0) return 0
  await giveUp(parts, areas)
  const old: string[] = []
  const before = Date.now() - SPARED_FOR
  for await (const { name, writtenAt } of parts.documents.all()) {
    if (writtenAt.getTime() < before) old.push(name)
  }
  if (old.length === 0) return 0
  const known = await namesKnown(parts, areas)
  for (const name of await namesKnown(parts, areas.toReversed())) known.add(name)
  const orphans = old.filter((name) => !known.has(name))
  for (const name of orphans) await parts.documents.remove(name)
  return orphans.length
}
