import { CaseId, PanelMeetingId, Refusal } from '@cdop/domain'
import type { Visit } from '../../page/visit.ts'

/** The meeting a path means. @throws Refusal `not-found` when it can be none */
export function panelMeetingIdOf(visit: Pick<Visit, 'param'>): PanelMeetingId {
  const read = PanelMeetingId.safeParse(visit.param('panelMeetingId'))
  if (!read.success) throw new Refusal('not-found')
  return read.data
}

/** The case a path means. @throws Refusal `not-found` when it can be none */
export function caseIdOf(visit: Pick<Visit, 'param'>): CaseId {
  const read = CaseId.safeParse(visit.param('caseId'))
  if (!read.success) throw new Refusal('not-found')
  return read.data
}
