import {
  type AnsweringServices,
  type AnswersOf,
  answeringServices,
  asks,
  changes,
  type ServicesTable,
} from './answering-services.ts'
import { caseReviewProcedures } from './case-review-procedures.ts'
import { intakeProcedures } from './intake-procedures.ts'

const table = {
  intake: intakeProcedures,
  'case-review': caseReviewProcedures,
  'factor-analysis': {
    meetingAnalysis: {
      read: asks('meeting-analysis:draft'),
      saveDraft: changes('meeting-analysis:draft'),
      correct: changes('meeting-analysis:draft'),
      finish: changes('meeting-analysis:draft'),
    },
    recommendation: {
      list: asks('recommendation:read'),
      read: asks('recommendation:read'),
      propose: changes('recommendation:write'),
      revise: changes('recommendation:write'),
      record: changes('recommendation:write'),
      confirm: changes('recommendation:confirm'),
      similar: asks('recommendation:read'),
      send: changes('recommendation:write'),
      acknowledge: changes('recommendation:write'),
      measure: changes('recommendation:write'),
      nameIndicator: changes('recommendation:write'),
      figures: asks('recommendation:write'),
    },
    learning: {
      list: asks('learning:read'),
      read: asks('learning:read'),
      issue: changes('learning:issue'),
      send: changes('learning:send'),
      acknowledge: changes('learning:send'),
    },
    urgentAlert: {
      list: asks('urgent-alert:read'),
      waiting: asks('urgent-alert:read'),
      read: asks('urgent-alert:read'),
      raise: changes('urgent-alert:raise'),
      acknowledge: changes('urgent-alert:acknowledge'),
      recordBodyTold: changes('urgent-alert:raise'),
      close: changes('urgent-alert:close'),
    },
    action: {
      agree: changes('recommendation:write'),
      record: changes('recommendation:write'),
      confirm: changes('recommendation:confirm'),
    },
  },
} as const satisfies ServicesTable

/** What the services answer to the procedures the coordinator's pages call, in their own types. */
export type CaseAnswers = AnswersOf<typeof table>

/** The services the coordinator’s pages call, answering what a test tells them to. */
export type CaseServices = AnsweringServices<CaseAnswers>

export const caseServices = (): CaseServices => answeringServices(table)
