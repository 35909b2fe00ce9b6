import type { Db } from '@cdop/database'
import type { AreaId, PersonId, PlainDate } from '@cdop/domain'
import type { CaseOwner } from './worklist-filter.ts'

/** Whose worklist, of which area, on which day. */
export type Viewer = { areaId: AreaId; personId: PersonId; today: PlainDate }

/** The condition on `cases c` that a case is somebody's, or nobody's. */
export const ownedBy = (tx: Db, owner: CaseOwner | null) => {
  if (owner === null) return tx`true`
  return owner === 'nobody' ? tx`c.coordinator_id is null` : tx`c.coordinator_id = ${owner}`
}

/** The condition on `cases c` that makes a case be there for the viewer. */
export const visible = (tx: Db, { areaId, personId }: Viewer) => tx`
  c.area_id = ${areaId} and c.state <> 'reported-in-error' and c.state <> 'transferred'
  and c.merged_into is null and not exists (
    select from case_review.withdrawals x
    where x.area_id = c.area_id and x.case_id = any (c.case_ids) and x.person_id = ${personId}
  )
`
