import type { CaseReviewRouter } from '@cdop/case-review/api'
import { type CaseId, Refusal } from '@cdop/domain'
import type { PersonVisit } from '../../page/visit.ts'
import { caseIdOf } from '../panel-meeting/meeting-id.ts'
import { readPanelMeeting } from '../panel-meeting/route.ts'

/**
 * The pack of a case on the agenda of the meeting the path names, with the pass for what lies behind it.
 * @throws Refusal `not-found` also when the case is on another agenda, or the visitor declared a conflict
 */
export async function readPack(visit: PersonVisit) {
  const { areaId } = visit
  const caseId: CaseId = caseIdOf(visit)
  const { agenda, heldOn } = await readPanelMeeting(visit)
  if (!agenda.some((item) => item.caseId === caseId)) throw new Refusal('not-found')
  const { pack, narratives, reading, pass } = await visit
    .call<CaseReviewRouter>('case-review')
    .pack.open.query({ areaId, caseId })
  return { caseId, heldOn, pack, narratives, reading, pass }
}
