import type { CaseId } from '@cdop/domain'
import { Refusal } from '@cdop/domain'
import type { PersonVisit } from '../../page/visit.ts'
import { caseIdOf } from '../panel-meeting/meeting-id.ts'
import { readPanelMeeting } from '../panel-meeting/route.ts'

/**
 * A case as the agenda of the meeting the path names it: reference, age, month, and whether the panel reads it.
 * @throws Refusal `not-found` also when the case is on another agenda, or the visitor declared a conflict
 */
export async function readListedCase(visit: PersonVisit) {
  const caseId: CaseId = caseIdOf(visit)
  const { agenda, heldOn, packDueOn } = await readPanelMeeting(visit)
  const item = agenda.find((one) => one.caseId === caseId)
  if (item === undefined) throw new Refusal('not-found')
  return { caseId, heldOn, packDueOn, item }
}
