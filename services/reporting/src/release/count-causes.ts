import type { Db } from '@cdop/database'
import type { AreaId, Instant } from '@cdop/domain'
import { type CauseCount, type Population, type ReportingYear, RevisionCause } from '@cdop/statistics'
import { z } from 'zod'
import { notInError } from '../fact/case-in-error-store.ts'
import { notMerged } from '../fact/merged-case-store.ts'
import { notTransferred } from '../fact/transferred-case-store.ts'

const Touched = z.object({
  wasCounted: z.boolean(),
  isCounted: z.boolean(),
  /** Nothing of the kind was known of the case before. */
  late: z.boolean(),
  reviewedAgain: z.boolean(),
  inError: z.boolean(),
  merged: z.boolean(),
  undone: z.boolean(),
  moved: z.boolean(),
})
type Touched = z.infer<typeof Touched>

function causeOf(touched: Touched, population: Population): RevisionCause {
  if (touched.isCounted && touched.wasCounted) {
    return touched.reviewedAgain ? 'reopened-review' : 'correction'
  }
  if (touched.isCounted) {
    if (touched.late) return population === 'deaths' ? 'late-notification' : 'late-review'
    if (touched.undone) return 'merge-undone'
  } else {
    if (touched.inError) return 'reported-in-error'
    if (touched.merged) return 'merged'
  }
  return touched.moved ? 'handed-over' : 'correction'
}

/** The facts of a population in a year that counted at an instant, by what tables are cut by. */
function counted(
  tx: Db,
  population: Population,
  { areaId, year, at }: { areaId: AreaId; year: ReportingYear; at: Instant },
) {
  const [table, inYear] =
    population === 'deaths' ? (['death', 'died_in_year'] as const) : (['review', 'reviewed_in_year'] as const)
  const said =
    population === 'deaths'
      ? tx`jsonb_build_array(age_band, sex, place_of_death)`
      : tx`jsonb_build_array(primary_category, modifiability, factors)`
  const reviewedOn = population === 'deaths' ? tx`null::date` : tx`reviewed_on`
  return tx`
    select case_id, ${said} as said, ${reviewedOn} as reviewed_on
    from ${tx(`reporting.${table}_facts`)} ${tx(table)}
    where area_id = ${areaId} and ${tx(inYear)} = ${year.code}
      and recorded_from <= ${at} and (recorded_to is null or recorded_to > ${at})
      and ${notInError(tx, table, areaId, at)}
      and ${notMerged(tx, table, areaId, at)}
      and ${notTransferred(tx, table, areaId, at)}
  `
}

/**
 * How many cases of a year each cause touched between two instants: those that count now and did not, or the other way, or
 * of which something else is known. Exact, so never for publication.
 */
export async function countCauses(
  tx: Db,
  population: Population,
  asked: { areaId: AreaId; year: ReportingYear; since: Instant; until: Instant },
): Promise<CauseCount[]> {
  const { areaId, year, since, until } = asked
  const facts = tx(population === 'deaths' ? 'reporting.death_facts' : 'reporting.review_facts')
  const between = (column: string) => tx`${tx(column)} > ${since} and ${tx(column)} <= ${until}`
  const rows = await tx`
    with before as (${counted(tx, population, { areaId, year, at: since })}),
      now as (${counted(tx, population, { areaId, year, at: until })}),
      touched as (
        select coalesce(b.case_id, n.case_id) as case_id, b.case_id is not null as was_counted,
          n.case_id is not null as is_counted, n.reviewed_on is distinct from b.reviewed_on as reviewed_again
        from before b full join now n on n.case_id = b.case_id
        where b.case_id is null or n.case_id is null
          or (b.said, b.reviewed_on) is distinct from (n.said, n.reviewed_on)
      )
    select t.was_counted, t.is_counted, t.reviewed_again,
      not exists (
        select from ${facts} f where f.area_id = ${areaId} and f.case_id = t.case_id and f.recorded_from <= ${since}
      ) as late,
      exists (
        select from reporting.cases_in_error e
        where e.area_id = ${areaId} and e.case_id = t.case_id and ${between('recorded_from')}
      ) as in_error,
      exists (
        select from reporting.merged_cases m
        where m.area_id = ${areaId} and m.case_id = t.case_id and ${between('recorded_from')}
      ) as merged,
      exists (
        select from reporting.merged_cases m
        where m.area_id = ${areaId} and m.case_id = t.case_id and ${between('recorded_to')}
      ) as undone,
      exists (
        select from reporting.transferred_cases a
        where a.area_id = ${areaId} and a.case_id = t.case_id
          and (${between('recorded_from')} or ${between('recorded_to')})
      ) as moved
    from touched t
  `
  const causes = rows.map((row) => causeOf(Touched.parse(row), population))
  return RevisionCause.options.map((cause) => ({
    cause,
    cases: causes.filter((one) => one === cause).length,
  }))
}
