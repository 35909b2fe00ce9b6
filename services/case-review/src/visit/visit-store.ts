import type { Db } from '@cdop/database'
import { type AreaId, type CaseId, Instant, PersonId } from '@cdop/domain'
import { z } from 'zod'
import { goesOn, hereSince, keptSince } from './visit.ts'

const Kept = z.object({ seenAt: Instant, namedAt: Instant.nullable() })

type Visiting = { areaId: AreaId; caseId: CaseId; personId: PersonId }

/**
 * Notes a request of somebody at a case.
 * @param named whether the child's name is shown with it because the case is theirs
 * @returns true when that is the first time in this visit, and so to be written down
 */
export async function noteVisit(
  tx: Db,
  { areaId, caseId, personId }: Visiting,
  { named, now }: { named: boolean; now: Instant },
): Promise<boolean> {
  const [row] = await tx`
    select seen_at, named_at from case_review.case_visits
    where area_id = ${areaId} and case_id = ${caseId} and person_id = ${personId} for update
  `
  const kept = row === undefined ? null : Kept.parse(row)
  const before = kept !== null && goesOn(kept.seenAt, now) ? kept.namedAt : null
  const namedAt = before ?? (named ? now : null)
  await tx`
    insert into case_review.case_visits (area_id, case_id, person_id, seen_at, here_at, named_at)
    values (${areaId}, ${caseId}, ${personId}, ${now}, ${now}, ${namedAt})
    on conflict (area_id, case_id, person_id) do update
    set seen_at = excluded.seen_at, here_at = excluded.here_at, named_at = excluded.named_at
  `
  return named && before === null
}

/** A sign that a page of the case is still open. It prolongs no visit. */
export async function noteHere(tx: Db, { areaId, caseId, personId }: Visiting, now: Instant): Promise<void> {
  await tx`
    update case_review.case_visits set here_at = ${now}
    where area_id = ${areaId} and case_id = ${caseId} and person_id = ${personId}
  `
}

/** Who else is at a case now: nobody who declared a conflict in the child. */
export async function othersHere(
  tx: Db,
  { areaId, caseId, personId }: Visiting,
  now: Instant,
): Promise<PersonId[]> {
  const rows = await tx`
    select v.person_id from case_review.case_visits v
    join case_review.cases c on c.area_id = v.area_id and c.case_id = v.case_id
    where v.area_id = ${areaId} and v.case_id = ${caseId} and v.person_id <> ${personId}
      and v.here_at > ${hereSince(now)}
      and not exists (
        select from case_review.withdrawals k
        where k.area_id = c.area_id and k.case_id = any (c.case_ids) and k.person_id = v.person_id
      )
    order by v.person_id
  `
  return rows.map((row) => PersonId.parse(row['personId']))
}

/** Forgets the visits of an area that ended a while ago; what another transaction is at waits for the next time. */
export async function forgetVisits(tx: Db, areaId: AreaId, now: Instant): Promise<void> {
  await tx`
    delete from case_review.case_visits v
    using (
      select case_id, person_id from case_review.case_visits
      where area_id = ${areaId} and here_at < ${keptSince(now)} for update skip locked
    ) old
    where v.area_id = ${areaId} and v.case_id = old.case_id and v.person_id = old.person_id
  `
}
