import type { CaseReviewRouter } from '@cdop/case-review/api'
import type { FactorAnalysisRouter } from '@cdop/factor-analysis/api'
import { identityBar } from '../../components/identity-bar.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { ageBandWords } from '../../wording/case-words.ts'
import { caseIdOf, panelMeetingIdOf } from '../panel-meeting/meeting-id.ts'

export const livePanel = (call: Pick<PersonVisit, 'call'>) =>
  call.call<FactorAnalysisRouter>('factor-analysis').livePanel

/** The live panel a path means. @throws Refusal `not-found` when it can be none */
export const placeOf = (visit: PersonVisit) => ({
  areaId: visit.areaId,
  caseId: caseIdOf(visit),
  panelMeetingId: panelMeetingIdOf(visit),
})

/** Where the pages of a live panel are, and the case they are about. */
export const pathsOf = (visit: PersonVisit) => {
  const { caseId, panelMeetingId } = placeOf(visit)
  const kase = `/panel-meetings/${panelMeetingId}/cases/${caseId}`
  return { kase, base: `${kase}/live` }
}

/**
 * The case as whoever follows its live panel sees it, and the pass for what was decided, all within this one request.
 * @throws Refusal `not-found`, `statement-not-signed`
 */
export async function readSeat(visit: PersonVisit) {
  const place = placeOf(visit)
  const { livePanel: seats } = visit.call<CaseReviewRouter>('case-review')
  const { pass, ...seat } = await seats.seat.query(place)
  return { seat, asked: { ...place, pass } }
}
export type Seat = Awaited<ReturnType<typeof readSeat>>['seat']

export const liveCaseBar = ({ reference, ageBand }: Seat) =>
  identityBar({ reference, facts: [{ term: 'Age at death', value: ageBandWords[ageBand] }] })
