import { asks, changes, type ServicesTable } from './answering-services.ts'

/** What the coordinator’s pages call of case-review. */
export const caseReviewProcedures = {
  case: {
    list: asks('case:list'),
    offer: changes('transfer:request'),
    open: asks('case:read'),
    withheld: asks('case:list'),
    admit: asks('case:read'),
    listForPanel: changes('panel-meeting:arrange'),
    resume: changes('panel-meeting:arrange'),
    close: changes('case:close'),
    trace: asks('case:trace'),
    recordWithdrawal: changes('notification:report-in-error'),
  },
  assignment: {
    list: asks('case:read'),
    assign: changes('case:assign'),
    held: asks('case:assign'),
    handOver: changes('case:assign'),
    whoHasWhat: asks('case:list'),
  },
  panelMeeting: { list: asks('panel-meeting:read') },
  panelQuestion: {
    list: asks('case:read'),
    settle: changes('panel-meeting:arrange'),
  },
  nationalSubmission: {
    read: asks('national-submission:read'),
    send: changes('national-submission:send'),
  },
  hold: {
    list: asks('case:read'),
    record: changes('hold:record'),
    check: changes('hold:record'),
    end: changes('hold:record'),
  },
  clockSettings: {
    read: asks('area:read'),
    set: changes('area:write'),
  },
  proceeding: {
    list: asks('case:read'),
    open: changes('proceeding:record'),
    recordStep: changes('proceeding:record'),
    close: changes('proceeding:record'),
  },
  collatedRecord: {
    read: asks('information-request:read'),
    settle: changes('information-request:send'),
  },
  supplementaryForm: {
    list: asks('information-request:read'),
    ask: changes('information-request:send'),
  },
  returnedForm: { copy: asks('information-request:read') },
  toldList: {
    read: asks('case:read'),
    record: changes('told-list:record'),
  },
  organisation: {
    list: asks('organisation:read'),
    add: changes('organisation:write'),
    read: asks('organisation:read'),
    rename: changes('organisation:write'),
    change: changes('organisation:write'),
    addContact: changes('organisation:write'),
    endContact: changes('organisation:write'),
  },
  requestBatch: {
    ask: changes('information-request:send'),
    read: asks('information-request:read'),
  },
  informationRequest: {
    list: asks('information-request:read'),
    read: asks('information-request:read'),
    remind: changes('information-request:send'),
    recall: changes('information-request:send'),
    expected: asks('information-request:read'),
    escalate: changes('information-request:send'),
    resend: changes('information-request:send'),
    redirect: changes('information-request:send'),
    send: changes('information-request:send'),
  },
  chasing: {
    read: asks('information-request:send'),
    set: changes('information-request:send'),
  },
  gap: { seeLateAnswer: changes('information-request:send') },
  reviewMeeting: {
    list: asks('case:read'),
    calendar: asks('case:read'),
    arrange: changes('review-meeting:record'),
    change: changes('review-meeting:record'),
    cancel: changes('review-meeting:record'),
    invite: changes('review-meeting:record'),
    recordHeld: changes('review-meeting:record'),
    amendNotes: changes('review-meeting:record'),
    recordReport: changes('review-meeting:record'),
    recordNotHeld: changes('review-meeting:record'),
  },
} as const satisfies ServicesTable['case-review']
