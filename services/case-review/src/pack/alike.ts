import type { Db } from '@cdop/database'
import type { AreaId, CaseId } from '@cdop/domain'

/** How many deaths of the area share age band, sex and month with that of a case; the case itself counts. */
export async function alikeOf(tx: Db, areaId: AreaId, caseId: CaseId): Promise<number> {
  const [row] = await tx<{ alike: number }[]>`
    select count(*)::int as alike
    from case_review.cases c
    join case_review.cases o on o.area_id = ${areaId} and o.age_band = c.age_band and o.sex = c.sex
      and o.died_on >= date_trunc('month', c.died_on)::date
      and o.died_on < (date_trunc('month', c.died_on) + interval '1 month')::date
      and o.merged_into is null and o.state <> 'reported-in-error'
    where c.area_id = ${areaId} and c.case_id = ${caseId}
  `
  return row?.alike ?? 0
}
