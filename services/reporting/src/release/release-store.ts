import type { Db } from '@cdop/database'
import type { AreaId, ReleaseId } from '@cdop/domain'
import { z } from 'zod'
import { lastSignature } from './decision-store.ts'
import { hashOfTables, type ReleaseHead, type StoredTable } from './release.ts'
import { TableRevision } from './table-revision.ts'

const TableRow = z.object({
  tableId: z.string(),
  measureVersion: z.number(),
  title: z.string(),
  outcome: z.enum(['published', 'withheld']),
  reason: z.string().nullable(),
  says: z.string().nullable(),
  content: z.string().nullable(),
  contentHash: z.string().nullable(),
  revision: TableRevision.nullable(),
})

/** Stores a release for good: its tables first, since none may join it once it stands. It waits for a second person. */
export async function addRelease(
  tx: Db,
  areaId: AreaId,
  head: Omit<ReleaseHead, 'title' | 'standing'>,
  tables: readonly StoredTable[],
): Promise<void> {
  const { releaseId, reportingYear, builtAt, builtBy, asKnownOn, denominators, hash } = head
  await tx`
    insert into reporting.release_tables ${tx(
      tables.map((table) => ({
        area_id: areaId,
        release_id: releaseId,
        table_id: table.tableId,
        measure_version: table.measureVersion,
        title: table.title,
        outcome: table.outcome,
        reason: table.reason,
        says: table.says,
        content: table.content,
        content_hash: table.contentHash,
        basis_known_on: table.basisKnownOn ?? null,
        revision: table.revision === null ? null : tx.json(table.revision),
      })),
    )}
  `
  await tx`
    insert into reporting.releases (
      area_id, release_id, reporting_year, built_at, built_by, as_known_on, area_name, denominators, content_hash,
      held_to_signature
    ) values (
      ${areaId}, ${releaseId}, ${reportingYear}, ${builtAt}, ${builtBy}, ${asKnownOn}, ${head.areaName},
      ${tx.json(denominators)}, ${hash}, ${await lastSignature(tx, areaId)}
    )
  `
}

/**
 * The tables of a release, held to the one hash that was looked at and signed.
 * @throws Error when one was altered, taken out or put in since
 */
export async function tablesAsReleased(
  tx: Db,
  areaId: AreaId,
  { releaseId, hash }: Pick<ReleaseHead, 'releaseId' | 'hash'>,
): Promise<readonly StoredTable[]> {
  const tables = await tablesOf(tx, areaId, releaseId)
  if (hashOfTables(tables) !== hash) throw new Error('the stored tables of a release are not those released')
  return tables
}

/** The stored tables of a release, in the order of their ids. */
export async function tablesOf(
  tx: Db,
  areaId: AreaId,
  releaseId: ReleaseId,
): Promise<readonly StoredTable[]> {
  const rows = await tx`
    select table_id, measure_version, title, outcome, reason, says, content, content_hash, revision
    from reporting.release_tables
    where area_id = ${areaId} and release_id = ${releaseId}
    order by table_id
  `
  return rows.map((row) => TableRow.parse(row))
}
