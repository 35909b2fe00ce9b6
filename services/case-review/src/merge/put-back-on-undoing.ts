import type { Db } from '@cdop/database'
import { type PayloadOf, Refusal, type ServiceActor } from '@cdop/domain'
import { findCase, setNextClock } from '../case/case-store.ts'
import { partFamilies } from '../family/part-families.ts'
import { withdrawAcross } from '../family-letter/withdraw-across.ts'
import { sendPutBackAgain, sendSurvivorAgain } from '../national-submission/send-again-on-undoing.ts'
import type { Parts } from '../parts.ts'
import { lockMerges, putBack, setCaseIds, standingCase } from './merge-store.ts'

/**
 * The merge was undone: the case is again where it was, and the other case stands for itself alone, each with what its
 * family asked and was told. A letter with an answer of the other in it is withdrawn, if it was not given yet. The
 * national database is told so of both.
 */
export async function putBackOnUndoing(
  tx: Db,
  { actor, parts, undone }: { actor: ServiceActor; parts: Parts; undone: PayloadOf<'case.merge-undone.v1'> },
): Promise<void> {
  const { areaId } = actor
  const { caseId } = undone
  await lockMerges(tx, areaId)
  const found = await findCase(tx, areaId, caseId, { lock: true })
  if (found === null || found.mergedInto === null) throw new Refusal('not-found')
  const lettersOf = await withdrawAcross(tx, parts.keys, areaId, {
    ones: found.caseIds,
    at: parts.clock.now(),
  })
  for (const id of lettersOf) {
    await parts.audit.record(tx, actor, areaId, { action: 'letter.withdraw', object: { kind: 'case', id } })
  }
  await partFamilies(tx, parts.keys, areaId, found.caseIds)
  await putBack(tx, areaId, caseId)
  await setCaseIds(tx, areaId, found.mergedInto)
  await setNextClock(tx, areaId, found.mergedInto)
  await setNextClock(tx, areaId, caseId)
  const { caseId: survivor } = await standingCase(tx, areaId, found.mergedInto)
  await sendSurvivorAgain(tx, { parts, actor, areaId }, survivor)
  await sendPutBackAgain(tx, { parts, actor, areaId }, caseId)
  await parts.audit.record(tx, actor, areaId, {
    action: 'case.merge-undone',
    object: { kind: 'case', id: caseId },
  })
}
