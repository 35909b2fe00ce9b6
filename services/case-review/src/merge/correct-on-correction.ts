import type { Db } from '@cdop/database'
import { type PayloadOf, Refusal, type ServiceActor } from '@cdop/domain'
import { findCase, setNextClock } from '../case/case-store.ts'
import type { Parts } from '../parts.ts'

/** Two records of the child were made one, or two again: what the case goes by is what is known now. */
export async function correctOnCorrection(
  tx: Db,
  {
    actor,
    parts,
    corrected,
  }: { actor: ServiceActor; parts: Parts; corrected: PayloadOf<'case.child-corrected.v1'> },
): Promise<void> {
  const { areaId } = actor
  const { caseId, diedOn, ageBand, sex } = corrected
  const found = await findCase(tx, areaId, caseId, { lock: true })
  if (found === null) throw new Refusal('not-found')
  await tx`
    update case_review.cases
    set died_on = ${diedOn}, age_band = ${ageBand}, sex = ${sex}, version = version + 1
    where area_id = ${areaId} and case_id = ${caseId}
  `
  await setNextClock(tx, areaId, caseId)
  await parts.audit.record(tx, actor, areaId, {
    action: 'case.correct-child',
    object: { kind: 'case', id: caseId },
  })
}
