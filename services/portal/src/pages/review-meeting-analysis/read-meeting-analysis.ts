import { Refusal, ReviewMeetingId } from '@cdop/domain'
import type { FactorAnalysisRouter } from '@cdop/factor-analysis/api'
import { ANALYSIS_FORM, type Answers, type CompiledForm, formVersion, statutoryForms } from '@cdop/forms'
import type { PersonVisit } from '../../page/visit.ts'
import { draftAnswers } from '../../statutory-form/draft-answers.ts'
import { caseReview, openedCase } from '../case-frame/opened-case.ts'

/** The drafts of review meetings, on the visitor's behalf. */
export const meetingAnalysis = (visit: PersonVisit) =>
  visit.call<FactorAnalysisRouter>('factor-analysis').meetingAnalysis

/** What is drafted of a review meeting as far as it has come, with the pass, all within this one request. */
export async function readMeetingAnalysis(visit: PersonVisit) {
  const found = await openedCase(visit)
  const asked = ReviewMeetingId.safeParse(visit.param('reviewMeetingId'))
  if (!asked.success) throw new Refusal('not-found')
  const { areaId } = visit
  const { caseId } = found
  const { pass } = await caseReview(visit).case.admit.query({
    areaId,
    caseIds: [caseId],
    fieldClasses: ['agency-return'],
  })
  if (pass === null) throw new Refusal('not-found')
  const of = { areaId, caseId, reviewMeetingId: asked.data, pass }
  const read = await meetingAnalysis(visit).read.query(of)
  const form: CompiledForm = formVersion(statutoryForms, ANALYSIS_FORM, read.formVersion)
  const answers: Answers = draftAnswers(form, read.answers)
  const meeting = `/cases/${caseId}/review-meeting/${asked.data}`
  return { found, of, form, answers, read, meeting, base: `${meeting}/analysis` }
}
