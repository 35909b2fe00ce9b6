import type { Db } from '@cdop/database'
import { type PayloadOf, type PlainDate, Refusal, type ServiceActor, stillConfirms } from '@cdop/domain'
import { type CaseRow, findCase, forgetConfirmation, setNextClock } from '../case/case-store.ts'
import type { Parts } from '../parts.ts'

/** Whether what was confirmed is of a death on this day or before. True of a case nobody confirmed yet. */
function isConfirmedOf(
  { deathConfirmedOn: death, identityConfirmedOn: identity }: CaseRow,
  diedOn: PlainDate,
) {
  if (death === null || identity === null) return true
  return stillConfirms({ death: { on: death }, identity: { on: identity } }, diedOn)
}

/**
 * Two records of the child were made one, or two again: what the case goes by is what is known now. A confirmation from
 * before the day the child is now known to have died no longer counts: nothing leaves until it is recorded anew.
 */
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
  if (!isConfirmedOf(found, diedOn)) await forgetConfirmation(tx, areaId, caseId)
  await setNextClock(tx, areaId, caseId)
  await parts.audit.record(tx, actor, areaId, {
    action: 'case.correct-child',
    object: { kind: 'case', id: caseId },
  })
}
