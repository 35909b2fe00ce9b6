import type { Db } from '@cdop/database'
import { type AreaId, type CaseId, type CaseState, type Person, Refusal } from '@cdop/domain'
import { requireClass, type SeenCase, seeCase } from '../access/see-case.ts'
import type { Parts } from '../parts.ts'

/**
 * The case, if this person may see what is kept of its family: a coordinator or designated doctor of the area, or its key
 * worker of today.
 * @throws Refusal `not-found`
 */
export async function seeFamily(
  tx: Db,
  parts: Parts,
  person: Person,
  { areaId, caseId }: { areaId: AreaId; caseId: CaseId },
  { lock = false }: { lock?: boolean } = {},
): Promise<SeenCase> {
  const seen = await seeCase(tx, person, areaId, caseId, { lock, today: parts.clock.today() })
  requireClass(seen, 'family')
  return seen
}

/** Where nothing more is written: the child has another case now. */
const elsewhere: readonly CaseState[] = ['duplicate-merged', 'transferred', 'reported-in-error']

/**
 * The case, locked, to write about its family at any stage: a family asks and is spoken to after a case is closed too.
 * @throws Refusal `not-found`, `not-allowed-in-this-state`
 */
export async function writeOfFamily(
  tx: Db,
  parts: Parts,
  person: Person,
  place: { areaId: AreaId; caseId: CaseId },
): Promise<SeenCase> {
  const seen = await seeFamily(tx, parts, person, place, { lock: true })
  if (elsewhere.includes(seen.found.state)) throw new Refusal('not-allowed-in-this-state')
  return seen
}
