import type { CaseId } from '@cdop/domain'
import type { FactorAnalysisRouter } from '@cdop/factor-analysis/api'
import { ANALYSIS_FORM, type Answers, type CompiledForm, formVersion, statutoryForms } from '@cdop/forms'
import type { PersonVisit } from '../../page/visit.ts'
import { draftAnswers } from '../../statutory-form/draft-answers.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { readListedCase } from '../case-pack/listed-case.ts'
import { panelMeetingIdOf } from '../panel-meeting/meeting-id.ts'

export const factorAnalysis = (visit: PersonVisit) => visit.call<FactorAnalysisRouter>('factor-analysis')

/** What the review meetings of the case sent to the panel. */
export const readMeetings = (visit: PersonVisit, { caseId, pass }: { caseId: CaseId; pass: string }) =>
  factorAnalysis(visit).meetingAnalysis.forPanel.query({ areaId: visit.areaId, caseId, pass })

/** The analysis as far as it has come, with what the agenda names of the case and the pass, all within this one request. */
export async function readAnalysis(visit: PersonVisit) {
  const { areaId } = visit
  const { caseId, heldOn, item } = await readListedCase(visit)
  const { pass, familyAsks } = await caseReview(visit).pack.analysis.query({ areaId, caseId })
  const read = await factorAnalysis(visit).analysis.read.query({ areaId, caseId, pass })
  const form: CompiledForm = formVersion(statutoryForms, ANALYSIS_FORM, read.formVersion)
  const answers: Answers = draftAnswers(form, read.answers)
  const { state, version, agreed, revision, earlier, differences } = read
  const versions = { revision, earlier, differences }
  const base = `/panel-meetings/${panelMeetingIdOf(visit)}/cases/${caseId}`
  return { caseId, heldOn, item, pass, familyAsks, form, answers, state, version, agreed, versions, base }
}
