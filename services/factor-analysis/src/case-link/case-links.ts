import type { Db } from '@cdop/database'
import { type AreaId, CASES_PER_PASS, CaseId, type Instant, type PersonId } from '@cdop/domain'

/** What comes from cases: each has a table of them, alike but for its id. */
const tables = {
  recommendation: { table: 'factor_analysis.recommendation_cases', id: 'recommendation_id' },
  learning: { table: 'factor_analysis.learning_cases', id: 'learning_id' },
  'urgent-alert': { table: 'factor_analysis.urgent_alert_cases', id: 'alert_id' },
} as const
type Of = keyof typeof tables

/** The cases something came from, for this service alone: nobody is told of one before they may see it. */
export async function casesLinkedTo(tx: Db, of: Of, areaId: AreaId, id: string): Promise<CaseId[]> {
  const { table, id: column } = tables[of]
  const rows = await tx`
    select case_id from ${tx(table)}
    where area_id = ${areaId} and ${tx(column)} = ${id} order by case_id limit ${CASES_PER_PASS}
  `
  return rows.map(({ caseId }) => CaseId.parse(caseId))
}

export async function linkCasesTo(
  tx: Db,
  of: Of,
  areaId: AreaId,
  id: string,
  { caseIds, by, at }: { caseIds: readonly CaseId[]; by: PersonId; at: Instant },
): Promise<void> {
  const { table, id: column } = tables[of]
  for (const caseId of caseIds) {
    await tx`
      insert into ${tx(table)} (area_id, ${tx(column)}, case_id, linked_by, linked_at)
      values (${areaId}, ${id}, ${caseId}, ${by}, ${at}) on conflict do nothing
    `
  }
}
