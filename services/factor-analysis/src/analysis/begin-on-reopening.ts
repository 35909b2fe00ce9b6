import type { Db } from '@cdop/database'
import type { PayloadOf, ServiceActor } from '@cdop/domain'
import type { ServiceParts } from '@cdop/service'
import { beginRevision, caseCipher, findAnalysis } from './analysis-store.ts'
import { begunInForce } from './form-in-force.ts'

/**
 * The review of a case begins again: the next version of its analysis begins as a copy of what the panel agreed last, which
 * stays as it is, in the form it was agreed in. A case whose analysis was agreed elsewhere has nothing to copy, and one whose next version is drafted
 * already goes on with that.
 */
export async function beginOnReopening(
  tx: Db,
  {
    actor,
    parts,
    reopened,
  }: { actor: ServiceActor; parts: ServiceParts; reopened: PayloadOf<'case.reopened.v1'> },
): Promise<void> {
  const { areaId } = actor
  const { caseId } = reopened
  const found = await findAnalysis(tx, areaId, caseId, { lock: true })
  if (found === null || found.state === 'draft') return
  const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
  const agreed = cipher.openJson('analyses', 'sealed_answers', found.sealedAnswers)
  const begins = begunInForce(found.formVersion, agreed, parts.clock)
  const begun = await beginRevision(tx, areaId, caseId, {
    revision: found.revision + 1,
    version: found.version + 1,
    formVersion: begins.formVersion,
    sealedAnswers: cipher.sealJson('analyses', 'sealed_answers', begins.response),
    savedAt: parts.clock.now(),
  })
  if (!begun) return
  await parts.audit.record(tx, actor, areaId, {
    action: 'analysis.begin-version',
    object: { kind: 'case', id: caseId },
    fieldClasses: ['analysis'],
  })
}
