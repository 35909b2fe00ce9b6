import type { Db } from '@cdop/database'
import { type AreaId, type CaseId, type Person, Refusal } from '@cdop/domain'
import { requireClass, type SeenCase, seeCase } from '../access/see-case.ts'

/**
 * The case, if this person may see what agencies say of it and a file can be added: until it is merged into another.
 * @throws Refusal `not-found`, `not-allowed-in-this-state`
 */
export async function seeFileable(
  tx: Db,
  person: Person,
  areaId: AreaId,
  caseId: CaseId,
  options: { lock?: boolean } = {},
): Promise<SeenCase> {
  const seen = await seeCase(tx, person, areaId, caseId, options)
  requireClass(seen, 'agency-return')
  if (seen.found.state === 'duplicate-merged') throw new Refusal('not-allowed-in-this-state')
  return seen
}
