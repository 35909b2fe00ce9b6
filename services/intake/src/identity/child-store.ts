import type { Db } from '@cdop/database'
import { type AreaId, type CaseId, Refusal } from '@cdop/domain'
import { type KeyProvider, subjectCipher } from '@cdop/encryption'
import { ChildIdentity } from './child-identity.ts'

/**
 * Opens who the children of these cases are, in the order asked.
 * @throws Refusal `not-found` when any of them is not a case of the area, or was reported in error
 */
export async function openIdentities(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  caseIds: readonly CaseId[],
): Promise<readonly (ChildIdentity & { caseId: CaseId })[]> {
  const rows = await tx<{ caseId: string; identity: Uint8Array; wrapped: Uint8Array }[]>`
    select h.case_id, h.identity, k.wrapped
    from intake.children h
    join intake.data_keys k on k.area_id = h.area_id and k.subject = h.case_id
    where h.area_id = ${areaId} and h.case_id = any (${[...caseIds]}::uuid[]) and h.hidden_at is null
  `
  const found = new Map(rows.map((row) => [row.caseId, row]))
  return caseIds.map((caseId) => {
    const row = found.get(caseId)
    if (row === undefined) throw new Refusal('not-found')
    const cipher = subjectCipher(keys, areaId, caseId, row.wrapped)
    return { caseId, ...ChildIdentity.parse(cipher.openJson('children', 'identity', row.identity)) }
  })
}
