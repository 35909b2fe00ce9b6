import type { Db } from '@cdop/database'
import { type AreaId, Refusal, type ReleaseId } from '@cdop/domain'
import { reportingYearFrom } from '@cdop/statistics'
import { z } from 'zod'
import { ReleaseHead, type StoredTable } from './release.ts'
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

/** Stores a release for good: its tables first, since none may join it once it stands. */
export async function addRelease(
  tx: Db,
  areaId: AreaId,
  head: Omit<ReleaseHead, 'title'>,
  tables: readonly StoredTable[],
): Promise<void> {
  const { releaseId, reportingYear, builtAt, asKnownOn, denominators, hash } = head
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
      area_id, release_id, reporting_year, built_at, as_known_on, area_name, denominators, content_hash
    ) values (
      ${areaId}, ${releaseId}, ${reportingYear}, ${builtAt}, ${asKnownOn}, ${head.areaName},
      ${tx.json(denominators)}, ${hash}
    )
  `
}

function headOf(row: Record<string, unknown>): ReleaseHead {
  const { contentHash, ...stored } = row
  const year = reportingYearFrom(z.string().parse(row['reportingYear']))
  const title = `Child deaths and child death reviews: ${year.label.toLowerCase().replace('march', 'March')}`
  return ReleaseHead.parse({ ...stored, title, hash: contentHash })
}

/** The head of a release. @throws Refusal `not-found` */
export async function findRelease(tx: Db, areaId: AreaId, releaseId: ReleaseId): Promise<ReleaseHead> {
  const [row] = await tx`
    select release_id, reporting_year, built_at, as_known_on, area_name, denominators, content_hash
    from reporting.releases where area_id = ${areaId} and release_id = ${releaseId}
  `
  if (row === undefined) throw new Refusal('not-found')
  return headOf(row)
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

/** A release in the list. */
export const ReleaseLine = ReleaseHead.extend({
  published: z.number().int().nonnegative(),
  withheld: z.number().int().nonnegative(),
})
export type ReleaseLine = z.infer<typeof ReleaseLine>

/** Every release of an area, newest first. */
export async function releasesOf(tx: Db, areaId: AreaId): Promise<readonly ReleaseLine[]> {
  const rows = await tx`
    select built.release_id, reporting_year, built_at, as_known_on, area_name, denominators, built.content_hash,
           count(*) filter (where outcome = 'published') as published,
           count(*) filter (where outcome = 'withheld') as withheld
    from reporting.releases built
    join reporting.release_tables parts on parts.area_id = built.area_id and parts.release_id = built.release_id
    where built.area_id = ${areaId}
    group by built.area_id, built.release_id
    order by built_at desc, built.release_id
  `
  return rows.map(({ published, withheld, ...row }) =>
    ReleaseLine.parse({ ...headOf(row), published, withheld }),
  )
}
