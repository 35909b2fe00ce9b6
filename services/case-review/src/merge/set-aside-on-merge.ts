import type { Db } from '@cdop/database'
import { type Instant, type PayloadOf, Refusal, type ServiceActor } from '@cdop/domain'
import { findCase, setNextClock } from '../case/case-store.ts'
import { withdrawSubmissions } from '../national-submission/withdraw-submissions.ts'
import type { Parts } from '../parts.ts'
import { lockMerges, setAside, setCaseIds } from './merge-store.ts'

/**
 * A merged case stands aside; the case of the same child reads what was gathered for both. What was sent of it to the
 * national database is taken back: there the child is one record too.
 */
export async function setAsideOnMerge(
  tx: Db,
  {
    actor,
    parts,
    merged,
    at,
  }: { actor: ServiceActor; parts: Parts; merged: PayloadOf<'case.merged.v1'>; at: Instant },
): Promise<void> {
  const { areaId } = actor
  const { caseId, intoCaseId, mergeId } = merged
  await lockMerges(tx, areaId)
  const found = await findCase(tx, areaId, caseId, { lock: true })
  if (found === null) throw new Refusal('not-found')
  await withdrawSubmissions(tx, areaId, caseId, { because: 'duplicate-merged', at: parts.clock.now() })
  await setAside(tx, areaId, { caseId, intoCaseId, mergeId, at })
  await setCaseIds(tx, areaId, intoCaseId)
  await setNextClock(tx, areaId, intoCaseId)
  await parts.audit.record(tx, actor, areaId, { action: 'case.merge', object: { kind: 'case', id: caseId } })
}
