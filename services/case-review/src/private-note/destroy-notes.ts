import { randomUUID } from 'node:crypto'
import { type AreaId, addDays, notesEndOn, RequestId } from '@cdop/domain'
import { caseReviewIn } from '../area/area-access.ts'
import type { Parts } from '../parts.ts'
import { destroyNote, lockKeptNotes } from './note-store.ts'
import { areasToLookAt, claimArea, lookAgain } from './note-watch.ts'

/** @returns how many notes were destroyed */
async function destroyIn(parts: Parts, areaId: AreaId): Promise<number> {
  const self = caseReviewIn(areaId, RequestId.parse(randomUUID()))
  const today = parts.clock.today()
  return parts.database.transaction(self, async (tx) => {
    if (!(await claimArea(tx, areaId, today))) return 0
    const kept = await lockKeptNotes(tx, areaId)
    const over = kept.filter(({ held, lastFor }) => !held && notesEndOn(lastFor) <= today)
    for (const { caseId, personId } of over) await destroyNote(tx, { areaId, caseId, personId })
    await lookAgain(tx, areaId, over.length === kept.length ? null : addDays(today, 1))
    const cases = [...new Set(over.map(({ caseId }) => caseId))]
    if (cases.length > 0) {
      await parts.audit.record(
        tx,
        self,
        areaId,
        ...cases.map((id) => ({ action: 'private-note.destroy', object: { kind: 'case', id } })),
      )
    }
    return over.length
  })
}

/**
 * Destroys in every area the private notes whose time is over, by the service's clock; held ones stay and are looked at
 * again each day. Done again it does nothing; an area that fails keeps no other waiting.
 * @throws the first failure, when all have had their turn
 */
export async function destroyNotesThatEnd(parts: Parts): Promise<void> {
  const failures: unknown[] = []
  for (const areaId of await areasToLookAt(parts.database.sql, parts.clock.today())) {
    await destroyIn(parts, areaId).catch((thrown: unknown) => failures.push(thrown))
  }
  if (failures.length > 0) throw failures[0]
}
