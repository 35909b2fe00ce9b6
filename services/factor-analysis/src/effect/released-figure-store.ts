import type { Db } from '@cdop/database'
import { type AreaId, Instant, type PayloadOf, ReleasedTable, ReleaseId } from '@cdop/domain'
import { ReportingYearCode } from '@cdop/statistics'
import { z } from 'zod'

/** What anybody may read of a release of a whole year. */
const ReleasedFigures = z.strictObject({
  releaseId: ReleaseId,
  reportingYear: ReportingYearCode,
  builtAt: Instant,
  tables: z.array(ReleasedTable),
})
export type ReleasedFigures = z.infer<typeof ReleasedFigures>

/** Keeps what a release shows. One that is told twice is kept once. */
export async function keepReleasedFigures(
  tx: Db,
  areaId: AreaId,
  { releaseId, reportingYear, builtAt, tables }: PayloadOf<'release-figures.published.v1'>,
): Promise<void> {
  await tx`
    insert into factor_analysis.released_figures (area_id, release_id, reporting_year, built_at, tables)
    values (${areaId}, ${releaseId}, ${reportingYear}, ${builtAt}, ${tx.json(tables)}) on conflict do nothing
  `
}

/** Everything that was released of an area, the oldest year first, and of a year the oldest release first. */
export async function releasedFigures(tx: Db, areaId: AreaId): Promise<ReleasedFigures[]> {
  const rows = await tx`
    select release_id, reporting_year, built_at, tables from factor_analysis.released_figures
    where area_id = ${areaId} order by reporting_year, built_at, release_id
  `
  return rows.map((row) => ReleasedFigures.parse(row))
}

/** Of each year the newest release, the oldest year first: it takes the place of those before it. */
export function newestOfEachYear(releases: readonly ReleasedFigures[]): ReleasedFigures[] {
  return releases.filter(({ reportingYear }, at) => releases[at + 1]?.reportingYear !== reportingYear)
}
