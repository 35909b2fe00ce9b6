import type { Db } from '@cdop/database'
import {
  AgeBand,
  type AreaId,
  CaseId,
  CaseReference,
  type CaseState,
  type Instant,
  PanelMeetingId,
  PersonId,
  PlainDate,
} from '@cdop/domain'
import { z } from 'zod'
import type { PanelMeetingOf } from './meeting-plan-store.ts'

/** Where a case stands that can be listed: its review meeting is settled, it was put back, or it is reviewed anew. */
export const listableStates: readonly CaseState[] = [
  'review-meeting-held',
  'review-meeting-not-held',
  'deferred',
  'reopened',
]

/** How many cases are looked at for one proposal. */
export const MOST_LOOKED_AT = 40

/** A case that could be listed, with where it is proposed and who would not count in it. */
const ProposableCase = z.object({
  caseId: CaseId,
  dueOn: PlainDate.nullable(),
  proposedFor: PanelMeetingId.nullable(),
  notCounted: z.array(PersonId),
})
export type ProposableCase = z.infer<typeof ProposableCase>

/** The cases of the area that could be listed and that a person did not withdraw from, what is due first first; at most so many. */
export async function proposableCases(
  tx: Db,
  areaId: AreaId,
  personId: PersonId,
  most: number,
): Promise<ProposableCase[]> {
  const rows = await tx`
    select c.case_id, c.next_due_on as due_on, p.panel_meeting_id as proposed_for,
      array(
        select x.person_id::text from case_review.conflict_standings x
        where x.area_id = c.area_id and x.case_id = any (c.case_ids) and x.outcome <> 'none'
      ) as not_counted
    from case_review.cases c
    left join case_review.agenda_proposals p on p.area_id = c.area_id and p.case_id = c.case_id
    where c.area_id = ${areaId} and c.state = any (${[...listableStates]}::text[]) and c.merged_into is null
      and not exists (
        select from case_review.withdrawals x
        where x.area_id = c.area_id and x.case_id = any (c.case_ids) and x.person_id = ${personId}
      )
    order by c.next_due_on nulls last, c.died_on, c.case_id
    limit ${most}
  `
  return rows.map((row) => ProposableCase.parse(row))
}

/** A case as a list names it before a meeting. */
export const NamedCase = z.strictObject({
  caseId: CaseId,
  reference: CaseReference,
  ageBand: AgeBand,
  monthOfDeath: z.string().regex(/^\d{4}-\d{2}$/),
})

/** The cases proposed for a meeting whose summary is to be written, of those a person did not withdraw from. */
export async function proposedFor(
  tx: Db,
  { areaId, panelMeetingId }: PanelMeetingOf,
  personId: PersonId,
): Promise<z.infer<typeof NamedCase>[]> {
  const rows = await tx`
    select c.case_id, c.reference, c.age_band, to_char(c.died_on, 'YYYY-MM') as month_of_death
    from case_review.agenda_proposals p
    join case_review.cases c on c.area_id = p.area_id and c.case_id = p.case_id
    where p.area_id = ${areaId} and p.panel_meeting_id = ${panelMeetingId}
      and c.state = any (${[...listableStates]}::text[]) and c.merged_into is null
      and not exists (
        select from case_review.withdrawals x
        where x.area_id = c.area_id and x.case_id = any (c.case_ids) and x.person_id = ${personId}
      )
    order by c.next_due_on nulls last, c.died_on, c.case_id
  `
  return rows.map((row) => NamedCase.parse({ ...row }))
}

/** Proposes a case for a meeting, and for no other one. */
export async function propose(
  tx: Db,
  { areaId, panelMeetingId }: PanelMeetingOf,
  caseId: CaseId,
  { by, at }: { by: PersonId; at: Instant },
): Promise<void> {
  await tx`
    insert into case_review.agenda_proposals (area_id, case_id, panel_meeting_id, proposed_by, proposed_at)
    values (${areaId}, ${caseId}, ${panelMeetingId}, ${by}, ${at})
    on conflict (area_id, case_id) do update
    set panel_meeting_id = excluded.panel_meeting_id, proposed_by = excluded.proposed_by,
        proposed_at = excluded.proposed_at
  `
}

/** It is listed, or proposed no longer. */
export async function dropProposal(tx: Db, areaId: AreaId, caseId: CaseId): Promise<void> {
  await tx`delete from case_review.agenda_proposals where area_id = ${areaId} and case_id = ${caseId}`
}

/** The meeting was called off. */
export async function dropProposalsFor(tx: Db, { areaId, panelMeetingId }: PanelMeetingOf): Promise<void> {
  await tx`
    delete from case_review.agenda_proposals where area_id = ${areaId} and panel_meeting_id = ${panelMeetingId}
  `
}
