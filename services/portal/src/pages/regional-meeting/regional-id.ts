import { Refusal, RegionalMeetingId } from '@cdop/domain'
import type { PersonVisit } from '../../page/visit.ts'
import { caseReview } from '../case-frame/opened-case.ts'

/** The regional meeting a path means. @throws Refusal `not-found` when it can be none */
export function regionalIdOf(visit: Pick<PersonVisit, 'param'>): RegionalMeetingId {
  const read = RegionalMeetingId.safeParse(visit.param('regionalMeetingId'))
  if (!read.success) throw new Refusal('not-found')
  return read.data
}

/** One regional meeting as the visitor's area knows it. @throws Refusal `not-found` */
export function readRegionalMeeting(visit: PersonVisit) {
  const asked = { areaId: visit.areaId, regionalMeetingId: regionalIdOf(visit) }
  return caseReview(visit).regionalMeeting.read.query(asked)
}
