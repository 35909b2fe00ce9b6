import type { Db } from '@cdop/database'
import {
  type AreaId,
  CaseId,
  ConflictLifted,
  ConflictOutcome,
  Instant,
  OrganisationKind,
  PersonId,
  strictestOutcome,
} from '@cdop/domain'
import { z } from 'zod'

/** What was recorded once of somebody's interest in a child: who said so, null for themselves, and why it was lifted. */
const SaidOnce = z.strictObject({
  outcome: ConflictOutcome,
  declaredAt: Instant,
  recordedBy: PersonId.nullable(),
  because: ConflictLifted.nullable(),
})

/** What holds of one person in a case, and everything recorded before, the newest first. */
export const MemberInterest = z.strictObject({
  personId: PersonId,
  outcome: ConflictOutcome,
  history: z.array(SaidOnce),
})
export type MemberInterest = z.infer<typeof MemberInterest>

/** What of a case proposes that somebody declares an interest: kinds of organisation asked, and doctors who led it. */
export const Traces = z.strictObject({ asked: z.array(OrganisationKind), doctors: z.array(PersonId) })

const Standing = z.object({ caseId: CaseId, personId: PersonId, outcome: ConflictOutcome })
const Entry = SaidOnce.extend({ caseId: CaseId, personId: PersonId })
const Trace = z.object({
  caseId: CaseId,
  asked: z.array(OrganisationKind),
  doctors: z.array(PersonId),
})

/**
 * Whose interest in which of some cases is recorded as what, with how it came to that. What was said of a child with
 * several records stands there once.
 */
export async function interestsIn(
  tx: Db,
  areaId: AreaId,
  caseIds: readonly CaseId[],
): Promise<ReadonlyMap<CaseId, MemberInterest[]>> {
  const standing = await tx`
    select c.case_id, s.person_id, s.outcome from case_review.cases c
    join case_review.conflict_standings s on s.area_id = c.area_id and s.case_id = any (c.case_ids)
    where c.area_id = ${areaId} and c.case_id = any (${[...caseIds]}::uuid[])
  `
  const said = await tx`
    select distinct on (x.declared_at, c.case_id, x.person_id, x.outcome)
      c.case_id, x.person_id, x.outcome, x.declared_at, x.recorded_by, x.because
    from case_review.cases c
    join case_review.conflicts x on x.area_id = c.area_id and x.case_id = any (c.case_ids)
    where c.area_id = ${areaId} and c.case_id = any (${[...caseIds]}::uuid[])
    order by x.declared_at desc, c.case_id, x.person_id, x.outcome
  `
  const entries = said.map((row) => Entry.parse({ ...row }))
  const ofCase = Map.groupBy(
    standing.map((row) => Standing.parse({ ...row })),
    ({ caseId }) => caseId,
  )
  return new Map(
    [...ofCase].map(([caseId, all]) => {
      const people = [...Map.groupBy(all, ({ personId }) => personId)]
      const interests = people.flatMap(([personId, theirs]): MemberInterest[] => {
        const outcome = strictestOutcome(theirs.map((one) => one.outcome))
        const history = entries
          .filter((entry) => entry.caseId === caseId && entry.personId === personId)
          .map(({ outcome, declaredAt, recordedBy, because }) => ({
            outcome,
            declaredAt,
            recordedBy,
            because,
          }))
        return outcome === null ? [] : [{ personId, outcome, history }]
      })
      return [caseId, interests] as const
    }),
  )
}

/** What of each of some cases proposes a declaration. Nothing is unsealed for it. */
export async function tracesIn(
  tx: Db,
  areaId: AreaId,
  caseIds: readonly CaseId[],
): Promise<ReadonlyMap<CaseId, z.infer<typeof Traces>>> {
  const rows = await tx`
    select c.case_id,
      array(
        select distinct o.kind from case_review.information_requests r
        join case_review.organisations o on o.area_id = r.area_id and o.organisation_id = r.organisation_id
        where r.area_id = c.area_id and r.case_id = any (c.case_ids) and r.state not in ('recalled', 'redirected')
        order by o.kind
      ) as asked,
      array(
        select distinct a.person_id::text from case_review.case_assignments a
        where a.area_id = c.area_id and a.case_id = any (c.case_ids) and a.part = 'designated-doctor'
      ) as doctors
    from case_review.cases c where c.area_id = ${areaId} and c.case_id = any (${[...caseIds]}::uuid[])
  `
  return new Map(
    rows.map((row) => {
      const { caseId, ...traces } = Trace.parse({ ...row })
      return [caseId, traces] as const
    }),
  )
}
