import type { CaseReviewRouter } from '@cdop/case-review/api'
import type { FactorAnalysisRouter } from '@cdop/factor-analysis/api'
import type { IntakeRouter } from '@cdop/intake/api'
import type { clientOf } from '@cdop/rpc'
import { type AnsweringServices, answeringServices } from './answering-services.ts'

type Intake = ReturnType<typeof clientOf<IntakeRouter>>
type CaseReview = ReturnType<typeof clientOf<CaseReviewRouter>>
type FactorAnalysis = ReturnType<typeof clientOf<FactorAnalysisRouter>>
type AnswerOf<Call extends (...given: never[]) => Promise<unknown>> = Awaited<ReturnType<Call>>

/** What the services answer to the procedures that the reporter's and the panel's pages call, in their own types. */
export type PanelAnswers = {
  'identity.read': AnswerOf<Intake['identity']['read']['query']>
  'link.requestCode': undefined
  'link.enter': AnswerOf<CaseReview['link']['enter']['mutate']>
  'link.whereNow': AnswerOf<CaseReview['link']['whereNow']['query']>
  'reportingForm.begin': AnswerOf<CaseReview['reportingForm']['begin']['query']>
  'reportingForm.saveDraft': AnswerOf<CaseReview['reportingForm']['saveDraft']['mutate']>
  'supplementaryForm.saveDraft': AnswerOf<CaseReview['supplementaryForm']['saveDraft']['mutate']>
  'reportingForm.correct': AnswerOf<CaseReview['reportingForm']['correct']['mutate']>
  'reportingForm.submit': AnswerOf<CaseReview['reportingForm']['submit']['mutate']>
  'reportingForm.nothingKnown': AnswerOf<CaseReview['reportingForm']['nothingKnown']['mutate']>
  'reportingForm.passOn': undefined
  'panelMeeting.list': AnswerOf<CaseReview['panelMeeting']['list']['query']>
  'panelMeeting.read': AnswerOf<CaseReview['panelMeeting']['read']['query']>
  'panelMeeting.arrange': AnswerOf<CaseReview['panelMeeting']['arrange']['mutate']>
  'panelMeeting.recordAttendance': undefined
  'panelMeeting.defer': undefined
  'panelMeeting.deliberation': AnswerOf<CaseReview['panelMeeting']['deliberation']['query']>
  'gap.unanswered': AnswerOf<CaseReview['gap']['unanswered']['query']>
  'gap.record': undefined
  'pack.open': AnswerOf<CaseReview['pack']['open']['query']>
  'conflict.declare': undefined
  'analysis.read': AnswerOf<FactorAnalysis['analysis']['read']['query']>
  'analysis.saveDraft': AnswerOf<FactorAnalysis['analysis']['saveDraft']['mutate']>
  'analysis.agree': AnswerOf<FactorAnalysis['analysis']['agree']['mutate']>
}

/** The services the reporter’s and the panel’s pages call, answering what a test tells them to. */
export type PanelServices = AnsweringServices<PanelAnswers>

export function panelServices(): PanelServices {
  return answeringServices<PanelAnswers>(({ router, asks, changes }) => {
    const intake = router({ identity: router({ read: asks('identity.read', 'identity:read') }) })
    const caseReview = router({
      link: router({
        requestCode: changes('link.requestCode', 'information-request:identify'),
        enter: changes('link.enter', 'information-request:identify'),
        whereNow: asks('link.whereNow', 'information-request:identify'),
      }),
      supplementaryForm: router({
        saveDraft: changes('supplementaryForm.saveDraft', 'information-request:answer'),
      }),
      reportingForm: router({
        begin: asks('reportingForm.begin', 'information-request:answer'),
        saveDraft: changes('reportingForm.saveDraft', 'information-request:answer'),
        submit: changes('reportingForm.submit', 'information-request:answer'),
        correct: changes('reportingForm.correct', 'information-request:answer'),
        nothingKnown: changes('reportingForm.nothingKnown', 'information-request:answer'),
        passOn: changes('reportingForm.passOn', 'information-request:answer'),
      }),
      panelMeeting: router({
        list: asks('panelMeeting.list', 'panel-meeting:read'),
        read: asks('panelMeeting.read', 'panel-meeting:read'),
        arrange: changes('panelMeeting.arrange', 'panel-meeting:arrange'),
        recordAttendance: changes('panelMeeting.recordAttendance', 'panel-meeting:arrange'),
        defer: changes('panelMeeting.defer', 'panel-meeting:defer'),
        deliberation: asks('panelMeeting.deliberation', 'analysis:agree'),
      }),
      gap: router({
        unanswered: asks('gap.unanswered', 'gap:record'),
        record: changes('gap.record', 'gap:record'),
      }),
      pack: router({ open: asks('pack.open', 'pack:read') }),
      conflict: router({ declare: changes('conflict.declare', 'conflict:declare') }),
    })
    const factorAnalysis = router({
      analysis: router({
        read: asks('analysis.read', 'analysis:read'),
        saveDraft: changes('analysis.saveDraft', 'analysis:draft'),
        agree: changes('analysis.agree', 'analysis:agree'),
      }),
    })
    return { intake, 'case-review': caseReview, 'factor-analysis': factorAnalysis }
  })
}
