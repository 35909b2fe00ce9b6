import type { Db } from '@cdop/database'
import { type AreaId, type CaseId, type Person, Refusal } from '@cdop/domain'
import { withheldFrom } from '../access/withheld-cases.ts'
import { type CaseRow, findCase } from '../case/case-store.ts'

/**
 * A case that whoever decides about its review may speak of, by its reference and stage alone. A chair reads a closed case
 * no longer, and reopens it all the same.
 * @throws Refusal `not-found` for another area's case, one the person has a conflict in, and one that is none
 */
export async function seeFinishedCase(
  tx: Db,
  person: Person,
  areaId: AreaId,
  caseId: CaseId,
  { lock = false }: { lock?: boolean } = {},
): Promise<CaseRow> {
  const found = await findCase(tx, areaId, caseId, { lock })
  const gone = found === null || found.state === 'reported-in-error' || found.state === 'transferred'
  if (gone || (await withheldFrom(tx, person, areaId)).includes(caseId)) throw new Refusal('not-found')
  return found
}
