import type { Db } from '@cdop/database'
import { AreaId, CaseId, requireArea } from '@cdop/domain'
import type { KeyProvider } from '@cdop/encryption'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import { requires } from '../rpc.ts'
import { CaveatEntry, entriesOf } from './caveat-entries.ts'
import { CaveatRow, caveatsOf } from './caveat-store.ts'

/** A caveat with everything that was said of it. */
export const ListedCaveat = CaveatRow.strip().extend({ entries: z.array(CaveatEntry) })
type ListedCaveat = z.infer<typeof ListedCaveat>

/** Some caveats with what was said of each, opened. */
export async function withEntries(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  caveats: readonly CaveatRow[],
): Promise<ListedCaveat[]> {
  const listed: ListedCaveat[] = []
  for (const caveat of caveats) {
    const cipher = await caseCipher(tx, keys, areaId, caveat.caseId)
    listed.push({ ...caveat, entries: await entriesOf(tx, cipher, areaId, caveat) })
  }
  return listed
}

/** The caveats of a case, those that stand and those that were lifted. Audited before they are answered. */
export const listCaveats = requires('case:read')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId }))
  .output(z.strictObject({ caveats: z.array(ListedCaveat) }))
  .query(({ ctx: { actor, parts }, input: { areaId, caseId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const seen = await seeCase(tx, person, areaId, caseId)
      requireClass(seen, 'agency-return')
      await parts.audit.record(tx, actor, areaId, {
        action: 'caveat.list',
        object: { kind: 'case', id: caseId },
      })
      const caveats = await caveatsOf(tx, areaId, seen.found.caseIds)
      return { caveats: await withEntries(tx, parts.keys, areaId, caveats) }
    })
  })
