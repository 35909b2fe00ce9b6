import type { Db } from '@cdop/database'
import { type AreaId, type Instant, PersonId, RecommendationId, ReleasedFigure } from '@cdop/domain'
import { ReportingYearCode } from '@cdop/statistics'
import { z } from 'zod'

/** Which figure of each release tells whether a recommendation helped, and where it is to go. */
export const ReleaseIndicator = z.strictObject({
  figure: ReleasedFigure,
  baselineYear: ReportingYearCode,
  wanted: z.enum(['rise', 'fall']),
  /** In whole per cent of a share, otherwise a count of a year. */
  target: z.int().min(0).max(100_000),
})
export type ReleaseIndicator = z.infer<typeof ReleaseIndicator>

const Row = z.object({
  recommendationId: RecommendationId,
  entry: z.int(),
  tableId: z.string(),
  measureVersion: z.int(),
  rowCode: z.string(),
  columnCode: z.string(),
  statistic: z.string(),
  baselineYear: z.string(),
  wanted: z.string(),
  target: z.int(),
  afterMeasures: z.int(),
  namedBy: PersonId,
})

const indicator = (raw: unknown) => {
  const { tableId, measureVersion, rowCode, columnCode, statistic, ...row } = Row.parse(raw)
  const { baselineYear, wanted, target, entry, afterMeasures, namedBy, recommendationId } = row
  const figure = { tableId, measureVersion, row: rowCode, column: columnCode, statistic }
  const named = ReleaseIndicator.parse({ figure, baselineYear, wanted, target })
  return { ...named, recommendationId, entry, afterMeasures, namedBy }
}
export type NamedIndicator = ReturnType<typeof indicator>

/** The newest indicator of each recommendation of an area that has one. */
export async function indicatorsIn(tx: Db, areaId: AreaId): Promise<Map<RecommendationId, NamedIndicator>> {
  const rows = await tx`
    select distinct on (recommendation_id) recommendation_id, entry, table_id, measure_version, row_code, column_code,
      statistic, baseline_year, wanted, target, after_measures, named_by
    from factor_analysis.release_indicators where area_id = ${areaId} order by recommendation_id, entry desc
  `
  return new Map(rows.map(indicator).map((one) => [one.recommendationId, one]))
}

/** Names the next indicator of a recommendation, which is locked by the caller. */
export async function addIndicator(
  tx: Db,
  areaId: AreaId,
  { figure, baselineYear, wanted, target, ...named }: NamedIndicator & { at: Instant },
): Promise<void> {
  const { tableId, measureVersion, row, column, statistic } = figure
  await tx`
    insert into factor_analysis.release_indicators (area_id, recommendation_id, entry, table_id, measure_version, row_code,
      column_code, statistic, baseline_year, wanted, target, after_measures, named_by, named_at)
    values (${areaId}, ${named.recommendationId}, ${named.entry}, ${tableId}, ${measureVersion}, ${row}, ${column},
      ${statistic}, ${baselineYear}, ${wanted}, ${target}, ${named.afterMeasures}, ${named.namedBy}, ${named.at})
  `
}
