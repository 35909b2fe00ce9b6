import type { Db } from '@cdop/database'
import { type AreaId, Instant, ReleaseId } from '@cdop/domain'
import type { PublishedTable, ReportingYear } from '@cdop/statistics'
import { z } from 'zod'
import { MeasureId } from '../figure/measure-tables.ts'
import { readable, type StoredTable } from './release.ts'

const Row = z.object({
  tableId: MeasureId,
  measureVersion: z.number(),
  title: z.string(),
  content: z.string(),
  contentHash: z.string(),
  releaseId: ReleaseId,
  reportingYear: z.string(),
  asKnownOn: Instant,
  basisKnownOn: Instant,
})

/** A table as it was released last, as it is stored and as it is read. */
export type EarlierTable = Readonly<{
  stored: StoredTable
  table: PublishedTable
  releaseId: ReleaseId
  reportingYear: string
  asKnownOn: Instant
  /** As known when the counts behind its hidden cells were counted. */
  basisKnownOn: Instant
}>

/** One release of an area is built or decided on after the other: each is held to those signed before. */
export async function buildAlone(tx: Db, areaId: AreaId): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`reporting.releases:${areaId}`}, 0))`
}

/**
 * Every table of a year, and the series of years of every year, as published last; the newest release first. What waits or was turned down is held to nothing. Releases of a
 * year that was still running are figures to date: nothing is held to them.
 */
export async function earlierTables(tx: Db, areaId: AreaId, year: ReportingYear): Promise<EarlierTable[]> {
  const rows = await tx`
    select * from (
      select distinct on (r.reporting_year, t.table_id) r.reporting_year, r.release_id, r.as_known_on, r.build_number,
        t.table_id, t.measure_version, t.title, t.content, t.content_hash,
        coalesce(t.basis_known_on, r.as_known_on) as basis_known_on
      from reporting.releases r
      join reporting.release_decisions d on d.area_id = r.area_id and d.release_id = r.release_id
        and d.outcome in ('signed', 'before-signatures')
      join reporting.release_tables t on t.area_id = r.area_id and t.release_id = r.release_id
      where r.area_id = ${areaId} and (r.reporting_year = ${year.code} or t.table_id = 'N1')
        and t.outcome = 'published'
        and (r.as_known_on at time zone 'Europe/London')::date
          > make_date(left(r.reporting_year, 4)::int + 1, 3, 31)
      order by r.reporting_year, t.table_id, r.build_number desc
    ) last order by build_number desc, table_id
  `
  return rows.map((raw) => {
    const { releaseId, reportingYear, asKnownOn, basisKnownOn, ...named } = Row.parse(raw)
    const stored = { ...named, outcome: 'published' as const, reason: null, says: null, revision: null }
    const read = readable(stored)
    if (read.outcome === 'withheld') throw new Error('a published table has its cells')
    return { stored, table: read.table, releaseId, reportingYear, asKnownOn, basisKnownOn }
  })
}
