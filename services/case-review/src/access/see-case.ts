import type { Db } from '@cdop/database'
import { type AreaId, type CaseId, type FieldClass, type Person, Refusal } from '@cdop/domain'
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
