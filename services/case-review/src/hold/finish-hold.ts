import type { Db } from '@cdop/database'
import type { AreaId, CaseId, Person, PlainDate } from '@cdop/domain'
import type { Parts } from '../parts.ts'
import { type HoldRow, saveEnd } from './hold-store.ts'

/** Ends a hold that is not over, on a day that is not before it began, and tells whoever listens. */
export async function finishHold(
  tx: Db,
  parts: Parts,
  { person, areaId, caseId }: { person: Person; areaId: AreaId; caseId: CaseId },
  { holdId }: Pick<HoldRow, 'holdId'>,
  until: PlainDate,
): Promise<void> {
  await saveEnd(tx, { areaId, holdId }, { on: until, by: person.personId, at: parts.clock.now() })
  await parts.publisher.publish(tx, person, areaId, {
    type: 'hold.ended.v1',
    subject: caseId,
    payload: { caseId, holdId, until },
  })
}
