import type { Db } from '@cdop/database'
import { type AreaId, CaseId, CaseReference, CaseState, Instant, type MergeId } from '@cdop/domain'
import { z } from 'zod'

/** A case that was merged into another, as that one shows it. */
export const MergedCase = z.strictObject({
  caseId: CaseId,
  reference: CaseReference,
  mergedAt: Instant,
})
export type MergedCase = z.infer<typeof MergedCase>

/** Where a case that was merged now stands; the reference is null while that case has not opened here yet. */
export const MergedInto = z.strictObject({ caseId: CaseId, reference: CaseReference.nullable() })
export type MergedInto = z.infer<typeof MergedInto>

/** The cases merged into a case, the newest first. */
export async function casesMergedInto(
  tx: Db,
  areaId: AreaId,
  caseIds: readonly CaseId[],
): Promise<MergedCase[]> {
  const rows = await tx`
    select case_id, reference, merged_at from case_review.cases
    where area_id = ${areaId} and case_id = any (${[...caseIds]}::uuid[]) and merged_into is not null
    order by merged_at desc, case_id
  `
  return rows.map((row) => MergedCase.parse(row))
}

/** The case that stands for a case in the end; itself when it was not merged. */
export async function standingCase(tx: Db, areaId: AreaId, caseId: CaseId): Promise<MergedInto> {
  const [row] = await tx`
    with recursive chain (id, steps) as (
      select ${caseId}::uuid, 0
      union all
      select c.merged_into, h.steps + 1 from chain h
      join case_review.cases c on c.area_id = ${areaId} and c.case_id = h.id and c.merged_into is not null
    )
    select h.id as case_id, c.reference from chain h
    left join case_review.cases c on c.area_id = ${areaId} and c.case_id = h.id
    order by h.steps desc limit 1
  `
  return MergedInto.parse(row)
}

/**
 * Where the case is that stands for a record: a merged one goes by the other. With `lock` that one stays there until the
 * transaction ends; lock the record itself before.
 */
export async function standsAt(
  tx: Db,
  areaId: AreaId,
  caseId: CaseId,
  { lock = false }: { lock?: boolean } = {},
): Promise<CaseState> {
  const [row] = await tx`select case_review.standing_state(${areaId}, ${caseId}, ${lock}) as state`
  return CaseState.parse(row?.['state'])
}

/** One merge or undoing at a time in an area: each reads what the others wrote. */
export async function lockMerges(tx: Db, areaId: AreaId): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`case_review.merges:${areaId}`}, 0))`
}

/** Sets a case aside where it is. */
export async function setAside(
  tx: Db,
  areaId: AreaId,
  merged: { caseId: CaseId; intoCaseId: CaseId; mergeId: MergeId; at: Instant },
): Promise<void> {
  await tx`
    update case_review.cases
    set state_before_merge = state, state = 'duplicate-merged', merged_into = ${merged.intoCaseId},
      merge_id = ${merged.mergeId}, merged_at = ${merged.at}, next_what = 'none', next_due_on = null,
      version = version + 1
    where area_id = ${areaId} and case_id = ${merged.caseId}
  `
}

/** Puts a case back where it was. */
export async function putBack(tx: Db, areaId: AreaId, caseId: CaseId): Promise<void> {
  await tx`
    update case_review.cases
    set state = state_before_merge, state_before_merge = null, merged_into = null, merge_id = null, merged_at = null,
      version = version + 1
    where area_id = ${areaId} and case_id = ${caseId}
  `
}

/**
 * Works out again which cases each case of a chain of merges stands for. Called for both ends of a merge, and for a case
 * that opens after another was merged into it.
 */
export async function setCaseIds(tx: Db, areaId: AreaId, caseId: CaseId): Promise<void> {
  await tx`
    with recursive up (id) as (
      select ${caseId}::uuid
      union
      select c.merged_into from up u
      join case_review.cases c on c.area_id = ${areaId} and c.case_id = u.id and c.merged_into is not null
    ), under (root, id) as (
      select id, id from up
      union
      select u.root, c.case_id from under u
      join case_review.cases c on c.area_id = ${areaId} and c.merged_into = u.id
    ), gathered as (
      select root, array_agg(id order by id = root desc, id) as ids from under group by root
    )
    update case_review.cases c set case_ids = g.ids
    from gathered g where c.area_id = ${areaId} and c.case_id = g.root and c.case_ids is distinct from g.ids
  `
}
