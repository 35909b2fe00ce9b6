import type { Db } from '@cdop/database'
import {
  type AreaId,
  CaseId,
  ConflictLifted,
  ConflictOutcome,
  Instant,
  PersonId,
  strictestOutcome,
} from '@cdop/domain'
import { z } from 'zod'

/** What was recorded of somebody's interest in one record of a child, and stood until the next entry. */
export const ConflictEntry = z.object({
  caseId: CaseId,
  personId: PersonId,
  entry: z.number().int().positive(),
  outcome: ConflictOutcome,
  declaredAt: Instant,
  /** Null where they said so themselves. */
  recordedBy: PersonId.nullable(),
  because: ConflictLifted.nullable(),
})
export type ConflictEntry = z.infer<typeof ConflictEntry>

/**
 * What holds of everybody's interest in a child now, by person: of all the child's records the strictest. Whoever is not
 * in it was not asked yet.
 * @param caseIds every record of the child, as a case has them (`CaseRow.caseIds`)
 */
export async function outcomesOf(
  tx: Db,
  areaId: AreaId,
  caseIds: readonly CaseId[],
): Promise<ReadonlyMap<PersonId, ConflictOutcome>> {
  const rows = await tx`
    select person_id, outcome from case_review.conflict_standings
    where area_id = ${areaId} and case_id = any (${[...caseIds]}::uuid[])
  `
  const read = rows.map((row) => ConflictEntry.pick({ personId: true, outcome: true }).parse({ ...row }))
  return new Map(
    [...Map.groupBy(read, ({ personId }) => personId)].flatMap(([personId, all]) => {
      const outcome = strictestOutcome(all.map((one) => one.outcome))
      return outcome === null ? [] : [[personId, outcome] as const]
    }),
  )
}

/**
 * Records what holds of somebody's interest from now on, on every record of the child: undoing a merge lets nobody in.
 * The case has to be locked.
 */
export async function addOutcome(
  tx: Db,
  areaId: AreaId,
  caseIds: readonly CaseId[],
  recorded: Omit<ConflictEntry, 'caseId' | 'entry'>,
): Promise<void> {
  const { personId, outcome, declaredAt, recordedBy, because } = recorded
  await tx`
    insert into case_review.conflicts
      (area_id, case_id, person_id, entry, outcome, declared_at, recorded_by, because)
    select ${areaId}, c.case_id, ${personId}, coalesce(max(x.entry), 0) + 1, ${outcome}, ${declaredAt},
      ${recordedBy}::uuid, ${because}::text
    from case_review.cases c
    left join case_review.conflicts x
      on x.area_id = c.area_id and x.case_id = c.case_id and x.person_id = ${personId}
    where c.area_id = ${areaId} and c.case_id = any (${[...caseIds]}::uuid[])
    group by c.case_id
  `
}
