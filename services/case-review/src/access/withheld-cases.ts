import type { Db } from '@cdop/database'
import { AreaId, CaseId, type Person, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'

/** More conflicts than anybody can have: a list that left one out would show what must not be seen. */
const MOST = 1_000

/** The cases of an area that are withheld from a person, with every record of the same child. */
export async function withheldFrom(tx: Db, { personId }: Person, areaId: AreaId): Promise<CaseId[]> {
  const rows = await tx`
    with recursive same_child (id) as (
      select x.case_id from case_review.withdrawals x where x.area_id = ${areaId} and x.person_id = ${personId}
      union
      select other.id from same_child s
      join case_review.cases c on c.area_id = ${areaId} and c.case_id = s.id
      cross join unnest(c.case_ids || c.merged_into) as other (id)
      where other.id is not null
    )
    select id as case_id from same_child order by id limit ${MOST + 1}
  `
  return rows.map(({ caseId }) => CaseId.parse(caseId))
}

/**
 * The cases of an area that are withheld from a person because they declared a conflict of interest in the child. For a
 * list another service keeps and counts: it must leave these out of its rows and out of its counts; and for the record of
 * a response, which is not there for them either, also when they lead it.
 */
export const withheldCases = requires('response:read')
  .input(z.strictObject({ areaId: AreaId }))
  .output(z.array(CaseId).max(MOST))
  .query(({ ctx: { actor, parts }, input: { areaId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, (tx) => withheldFrom(tx, person, areaId))
  })
