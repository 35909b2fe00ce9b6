import type { Db } from '@cdop/database'
import { type AreaId, type CaseId, type CaseState, type Person, Refusal } from '@cdop/domain'
import { requireClass, type SeenCase, seeCase } from '../access/see-case.ts'

/** Where nothing more is written: the child has another case now. */
const elsewhere: readonly CaseState[] = ['duplicate-merged', 'transferred', 'reported-in-error']

/**
 * The case whose timeline this person may read; locked to write on it.
 * @throws Refusal `not-found`; `not-allowed-in-this-state` to write where another case stands for the child
 */
export async function seeTimeline(
  tx: Db,
  person: Person,
  { areaId, caseId }: { areaId: AreaId; caseId: CaseId },
  { lock = false }: { lock?: boolean } = {},
): Promise<SeenCase> {
  const seen = await seeCase(tx, person, areaId, caseId, { lock })
  requireClass(seen, 'agency-return')
  if (lock && elsewhere.includes(seen.found.state)) throw new Refusal('not-allowed-in-this-state')
  return seen
}
