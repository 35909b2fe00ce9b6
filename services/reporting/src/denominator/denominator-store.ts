import type { Db } from '@cdop/database'
import { type AreaId, Instant } from '@cdop/domain'
import { type Denominators, ReportingYearCode } from '@cdop/statistics'
import { z } from 'zod'

/** Whom a denominator counts. */
export const DenominatorPopulation = z.enum(['children-0-17'])
export type DenominatorPopulation = z.infer<typeof DenominatorPopulation>

/** How many, who they are in the words of whoever counted them, and who says so. */
export const LoadedDenominator = z.strictObject({
  reportingYear: ReportingYearCode,
  population: DenominatorPopulation,
  version: z.number().int().positive(),
  count: z.number().int().positive(),
  label: z.string().min(1),
  source: z.string().min(1),
  loadedAt: Instant,
})
export type LoadedDenominator = z.infer<typeof LoadedDenominator>

/** Adds a denominator as the next version for its year; earlier ones stay, for the releases made with them. */
export async function addDenominator(
  tx: Db,
  areaId: AreaId,
  denominator: Omit<LoadedDenominator, 'version'>,
): Promise<number> {
  const { reportingYear, population, count, label, source, loadedAt } = denominator
  const [row] = await tx<{ version: number }[]>`
    insert into reporting.denominators (area_id, reporting_year, population, version, count, label, source, loaded_at)
    select ${areaId}, ${reportingYear}, ${population}, coalesce(max(version), 0) + 1, ${count}, ${label}, ${source},
           ${loadedAt}
    from reporting.denominators
    where area_id = ${areaId} and reporting_year = ${reportingYear} and population = ${population}
    returning version
  `
  return z.number().parse(row?.version)
}

/** The newest denominator of each of these years. */
export async function denominatorsOf(
  tx: Db,
  areaId: AreaId,
  years: readonly string[],
): Promise<readonly LoadedDenominator[]> {
  const rows = await tx`
    select distinct on (reporting_year) reporting_year, population, version, count, label, source, loaded_at
    from reporting.denominators
    where area_id = ${areaId} and population = 'children-0-17' and reporting_year = any (${[...years]})
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
