import type { Db } from '@cdop/database'
import {
  type AreaId,
  type ConflictLifted,
  type ConflictOutcome,
  conflictAllows,
  type Instant,
  outcomeRefused,
  type Person,
  type PersonId,
  Refusal,
} from '@cdop/domain'
import { endPartsOf } from '../assignment/assignment-store.ts'
import type { CaseRow } from '../case/case-store.ts'
import { addOutcome, outcomesOf } from './conflict-store.ts'

/** What is said of whose interest. */
export type SaidOutcome = { personId: PersonId; outcome: ConflictOutcome; because: ConflictLifted | null }

/**
 * Records what somebody says of their own or another's interest in a locked case. Said again, it is kept once. Whoever
 * withdraws has no part in a case of the child any more.
 * @returns whether anything changed
 * @throws Refusal `conflict-not-yours-to-lift`; `conflict-lifted-without-reason`, also for a reason where none is lifted
 */
export async function changeOutcome(
  tx: Db,
  by: Person,
  areaId: AreaId,
  { caseId, caseIds }: Pick<CaseRow, 'caseId' | 'caseIds'>,
  { personId, outcome, because, at }: SaidOutcome & { at: Instant },
): Promise<boolean> {
  const before = (await outcomesOf(tx, areaId, caseIds)).get(personId) ?? null
  const self = personId === by.personId
  const refused = outcomeRefused(before, outcome, { by: self ? 'self' : 'another', because })
  if (refused === 'not-yours-to-lift') throw new Refusal('conflict-not-yours-to-lift', ['outcome'])
  if (refused !== null) throw new Refusal('conflict-lifted-without-reason', ['because'])
  if (before === outcome) return false
  const recordedBy = self ? null : by.personId
  await addOutcome(tx, areaId, caseIds, { personId, outcome, declaredAt: at, recordedBy, because })
  if (!conflictAllows(outcome).reads) await endPartsOf(tx, areaId, caseId, personId, { by: by.personId, at })
  return true
}
