import type { Db } from '@cdop/database'
import { type AreaId, CaseId, CaseState, type FieldClass, type Person, Refusal } from '@cdop/domain'
import { z } from 'zod'
import { type CaseRow, findCase } from '../case/case-store.ts'
import { standingCase } from '../merge/merge-store.ts'
import { decideCaseAccess } from './decide-case-access.ts'

/** A case the person may see, and what of it. */
export type SeenCase = { found: CaseRow; classes: readonly FieldClass[] }

/**
 * The case, if this person may see it at all; with `lock` it stays as it is until the transaction ends.
 * @throws Refusal `not-found` for another area's case, a conflicted one, one not for this role, and one that is none
 */
export async function seeCase(
  tx: Db,
  person: Person,
  areaId: AreaId,
  caseId: CaseId,
  options: { lock?: boolean } = {},
): Promise<SeenCase> {
  const found = await findCase(tx, areaId, caseId, options)
  if (found === null) throw new Refusal('not-found')
  const [facts] = await tx<{ listed: boolean; conflicted: boolean }[]>`
    select
      exists (select from case_review.listings where area_id = ${areaId} and case_id = ${caseId}) as listed,
      exists (
        select from case_review.conflicts
        where area_id = ${areaId} and case_id = any (${await caseIdsOfChild(tx, areaId, found)}::uuid[])
          and person_id = ${person.personId}
      ) as conflicted
  `
  if (facts === undefined) throw new Refusal('not-found')
  const classes = decideCaseAccess(person, { state: found.state, ...facts })
  if (classes === null) throw new Refusal('not-found')
  return { found, classes }
}

/** Which of some cases the person may see the child of, in the order asked. What they may not see is not there. */
export async function seenAmong(
  tx: Db,
  person: Person,
  areaId: AreaId,
  caseIds: readonly CaseId[],
): Promise<readonly CaseId[]> {
  const rows = await tx`
    select c.case_id, c.state,
      exists (
        select from case_review.listings l where l.area_id = c.area_id and l.case_id = c.case_id
      ) as listed,
      exists (
        select from case_review.conflicts x
        where x.area_id = c.area_id and x.case_id = c.case_id and x.person_id = ${person.personId}
      ) as conflicted
    from case_review.cases c
    where c.area_id = ${areaId} and c.case_id = any (${[...caseIds]}::uuid[])
    order by array_position(${[...caseIds]}::uuid[], c.case_id)
  `
  return rows
    .map((row) => AccessRow.parse(row))
    .filter(({ caseId: _, ...facts }) => decideCaseAccess(person, facts)?.includes('identity') === true)
    .map(({ caseId }) => caseId)
}

const AccessRow = z.object({
  caseId: CaseId,
  state: CaseState,
  listed: z.boolean(),
  conflicted: z.boolean(),
})

/** @throws Refusal `not-found` when the person may see the case but not this of it */
export function requireClass(seen: SeenCase, fieldClass: FieldClass): void {
  if (!seen.classes.includes(fieldClass)) throw new Refusal('not-found')
}

/** Every case of the same child: a conflict of interest in one of them is one in all. */
async function caseIdsOfChild(tx: Db, areaId: AreaId, found: CaseRow): Promise<CaseId[]> {
  if (found.mergedInto === null) return found.caseIds
  const { caseId } = await standingCase(tx, areaId, found.caseId)
  const standing = await findCase(tx, areaId, caseId)
  return standing === null ? [found.caseId, caseId] : standing.caseIds
}
