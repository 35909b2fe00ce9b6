import type { Db } from '@cdop/database'
import { type AreaId, Instant } from '@cdop/domain'
import { type Denominators, populationSplits, populations, ReportingYearCode } from '@cdop/statistics'
import { z } from 'zod'

/** Whom a denominator counts. */
export const DenominatorPopulation = z.enum(populations)
export type DenominatorPopulation = z.infer<typeof DenominatorPopulation>

/** By what a population is split; `all` is the whole of it. */
export const DenominatorSplit = z.enum(populationSplits)
export type DenominatorSplit = z.infer<typeof DenominatorSplit>

/** How many, who they are in the words of whoever counted them, and who says so. */
export const LoadedDenominator = z.strictObject({
  reportingYear: ReportingYearCode,
  population: DenominatorPopulation,
  version: z.number().int().positive(),
  count: z.number().int().positive(),
  label: z.string().min(1),
  source: z.string().min(1),
  loadedAt: Instant,
  /** Left out of releases from before populations were split. */
  groupKind: DenominatorSplit.default('all'),
  groupCode: z.string().min(1).default('all'),
  /** Which edition of the estimate it is; null where that was not said. */
  vintage: z.string().min(1).nullable().default(null),
})
export type LoadedDenominator = z.infer<typeof LoadedDenominator>

/** Adds a denominator as the next version for its year; earlier ones stay, for the releases made with them. */
export async function addDenominator(
  tx: Db,
  areaId: AreaId,
  denominator: Omit<LoadedDenominator, 'version'>,
): Promise<number> {
  const { reportingYear, population, count, label, source, loadedAt, groupKind, groupCode, vintage } =
    denominator
  const [row] = await tx<{ version: number }[]>`
    insert into reporting.denominators (area_id, reporting_year, population, version, count, label, source, loaded_at,
      group_kind, group_code, vintage)
    select ${areaId}, ${reportingYear}, ${population}, coalesce(max(version), 0) + 1, ${count}, ${label}, ${source},
           ${loadedAt}, ${groupKind}, ${groupCode}, ${vintage}
    from reporting.denominators
    where area_id = ${areaId} and reporting_year = ${reportingYear} and population = ${population}
      and group_kind = ${groupKind} and group_code = ${groupCode}
    returning version
  `
  return z.number().parse(row?.version)
}

/** The newest denominator of all children of each of these years. */
export async function denominatorsOf(
  tx: Db,
  areaId: AreaId,
  years: readonly string[],
): Promise<readonly LoadedDenominator[]> {
  const rows = await tx`
    select distinct on (reporting_year) reporting_year, population, version, count, label, source, loaded_at, vintage
    from reporting.denominators
    where area_id = ${areaId} and population = 'children-0-17' and group_kind = 'all' and reporting_year = any (${[...years]})
    order by reporting_year, version desc
  `
  return rows.map((row) => LoadedDenominator.parse(row))
}

/** The denominators by the rows of a table of years. */
export function denominatorsByYear(loaded: readonly LoadedDenominator[]): Denominators {
  return Object.fromEntries(
    loaded.map(({ reportingYear, count, label, source }) => [
      reportingYear,
      { value: count, name: label, source },
    ]),
  )
}

/** The newest denominator of each group of a population, of each of these years. */
export async function splitDenominators(
  tx: Db,
  areaId: AreaId,
  of: Readonly<{ population: DenominatorPopulation; split: DenominatorSplit }>,
  years: readonly string[],
): Promise<readonly LoadedDenominator[]> {
  const rows = await tx`
    select distinct on (reporting_year, group_code) reporting_year, population, version, count, label, source,
      loaded_at, group_kind, group_code, vintage
    from reporting.denominators
    where area_id = ${areaId} and population = ${of.population} and group_kind = ${of.split}
      and reporting_year = any (${[...years]})
    order by reporting_year, group_code, version desc
  `
  return rows.map((row) => LoadedDenominator.parse(row))
}

/** The newest of each year, population and group, the newest year first. */
export async function everyDenominator(tx: Db, areaId: AreaId): Promise<readonly LoadedDenominator[]> {
  const rows = await tx`
    select distinct on (reporting_year, population, group_kind, group_code) reporting_year, population, version, count,
      label, source, loaded_at, group_kind, group_code, vintage
    from reporting.denominators where area_id = ${areaId}
    order by reporting_year desc, population, group_kind, group_code, version desc
  `
  return rows.map((row) => LoadedDenominator.parse(row))
}
