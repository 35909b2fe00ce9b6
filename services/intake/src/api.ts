import { eventProcedures } from '@cdop/events'
import { replayProcedure } from '@cdop/service'
import { readConfirmation } from './confirmation/read-confirmation.ts'
import { recordConfirmation } from './confirmation/record-confirmation.ts'
import { decideReview } from './duplicate-review/decide-review.ts'
import { listReviews } from './duplicate-review/list-reviews.ts'
import { raiseReview } from './duplicate-review/raise-review.ts'
import { readReview } from './duplicate-review/read-review.ts'
import { readIdentity } from './identity/read-identity.ts'
import { recogniseCases } from './identity/recognise-case.ts'
import { screenText } from './identity/screen-text.ts'
import { appendPiece } from './import/append-piece.ts'
import { beginImport } from './import/begin-import.ts'
import { cancelImport } from './import/cancel-import.ts'
import { confirmImport } from './import/confirm-import.ts'
import { finishUpload } from './import/finish-upload.ts'
import { listFaults } from './import/list-faults.ts'
import { listImports } from './import/list-imports.ts'
import { listMappings } from './import/list-mappings.ts'
import { readImport } from './import/read-import.ts'
import { acknowledgePage } from './joint-agency-response/acknowledge-page.ts'
import { beginResponse } from './joint-agency-response/begin-response.ts'
import { decideResponse } from './joint-agency-response/decide-response.ts'
import { identifyResponse } from './joint-agency-response/identify-response.ts'
import { joinNotification } from './joint-agency-response/join-notification.ts'
import { listCandidates } from './joint-agency-response/list-candidates.ts'
import { listResponses } from './joint-agency-response/list-responses.ts'
import { pagingAlerts } from './joint-agency-response/paging-alerts.ts'
import { readResponse } from './joint-agency-response/read-response.ts'
import { recordChildLived } from './joint-agency-response/record-child-lived.ts'
import { confirmMerge } from './merge/confirm-merge.ts'
import { declineMerge } from './merge/decline-merge.ts'
import { listMerges } from './merge/list-merges.ts'
import { proposeMerge } from './merge/propose-merge.ts'
import { readMerge } from './merge/read-merge.ts'
import { undoMerge } from './merge/undo-merge.ts'
import { withdrawMerge } from './merge/withdraw-merge.ts'
import { assembleAnswers } from './national-database/assemble-answers.ts'
import { readNationalNotification } from './national-database/read-national-notification.ts'
import { recordNationalNotification } from './national-database/record-national-notification.ts'
import { recordReceipt } from './national-database/record-receipt.ts'
import { takeBackTold } from './national-database/take-back-told.ts'
import { acceptNotification } from './notification/accept-notification.ts'
import { agenciesOfCase } from './notification/agencies-of-case.ts'
import { amendNotification } from './notification/amend-notification.ts'
import { declareOutOfScope } from './notification/declare-out-of-scope.ts'
import { followNotification } from './notification/follow-notification.ts'
import { listNotifications } from './notification/list-notifications.ts'
import { notificationOfCase } from './notification/notification-of-case.ts'
import { readAnswers } from './notification/read-answers.ts'
import { readChanges } from './notification/read-changes.ts'
import { readNotification } from './notification/read-notification.ts'
import { sendNotification } from './notification/send-notification.ts'
import { submitNotification } from './notification/submit-notification.ts'
import { askUnit } from './notification-draft/ask-unit.ts'
import { beginDraft } from './notification-draft/begin-draft.ts'
import { beginTwin } from './notification-draft/begin-twin.ts'
import { mailReturnLink } from './notification-draft/mail-return-link.ts'
import { readDraft } from './notification-draft/read-draft.ts'
import { enterReturn, requestReturnCode } from './notification-draft/return-to-draft.ts'
import { saveDraft } from './notification-draft/save-draft.ts'
import { submitDraft } from './notification-draft/submit-draft.ts'
import { addOnCallTurn } from './on-call/add-on-call-turn.ts'
import { endOnCallTurn } from './on-call/end-on-call-turn.ts'
import { readRota } from './on-call/read-rota.ts'
import { setFallback } from './on-call/set-fallback.ts'
import { downloadEmptyBundle } from './open-case-import/download-empty-bundle.ts'
import { listOpenCases } from './open-case-import/list-open-cases.ts'
import { readImportedCases } from './open-case-import/read-imported-cases.ts'
import { abandonLoad } from './reference-list/abandon-load.ts'
import { appendDeprivation } from './reference-list/append-deprivation.ts'
import { appendPostcodes } from './reference-list/append-postcodes.ts'
import { beginLoad } from './reference-list/begin-load.ts'
import { clearLoads } from './reference-list/clear-loads.ts'
import { finishLoad } from './reference-list/finish-load.ts'
import { listReferences } from './reference-list/list-references.ts'
import { decideRegisteredDeath } from './registration/decide-registered-death.ts'
import { loadRegisteredDeaths } from './registration/load-registered-deaths.ts'
import { readReconciliation } from './registration/read-reconciliation.ts'
import { acknowledgeRelated } from './related/acknowledge-related.ts'
import { decideRelated } from './related/decide-related.ts'
import { listRelated } from './related/list-related.ts'
import { readRelated } from './related/read-related.ts'
import { relatedOf } from './related/related-of.ts'
import { unseenRelated } from './related/unseen-related.ts'
import { readErrorReport } from './reported-in-error/read-error-report.ts'
import { reportInError } from './reported-in-error/report-in-error.ts'
import { decideDiscretion } from './residency/decide-discretion.ts'
import { decideResidency } from './residency/decide-residency.ts'
import { addResponseAction, finishResponseAction } from './response-record/action.ts'
import { amendResponseNotes } from './response-record/amend-notes.ts'
import { arrangeResponseMeeting } from './response-record/arrange-meeting.ts'
import { checkResponseRecord } from './response-record/check-record.ts'
import { responseMeetingCalendar } from './response-record/meeting-calendar.ts'
import { finalDiscussion, readResponseRecord, recordsOfCase } from './response-record/read-record.ts'
import { recordResponseMeetingHeld, recordResponseMeetingNotHeld } from './response-record/record-outcome.ts'
import { takeResponseLead } from './response-record/take-lead.ts'
import { routerOf, rpc } from './rpc.ts'
import { readFound } from './search/read-found.ts'
import { searchChildren } from './search/search-children.ts'
import { subscriptions } from './subscriptions.ts'
import { acceptTransfer, declineTransfer, recallTransfer } from './transfer/answer-transfer.ts'
import { listAreas } from './transfer/list-areas.ts'
import {
  listTransfers,
  readTransfer,
  transferOfCase,
  transferOfNotification,
} from './transfer/read-transfers.ts'
import { requestCaseTransfer } from './transfer/request-case-transfer.ts'
import { requestTransfer } from './transfer/request-transfer.ts'

const response = routerOf({
  list: listResponses,
  read: readResponse,
  alerts: pagingAlerts,
  identify: identifyResponse,
  acknowledge: acknowledgePage,
  decide: decideResponse,
  begin: beginResponse,
  candidates: listCandidates,
  recordChildLived,
  joinNotification,
})

const responseRecord = routerOf({
  read: readResponseRecord,
  ofCase: recordsOfCase,
  finalDiscussion,
  calendar: responseMeetingCalendar,
  takeLead: takeResponseLead,
  arrange: arrangeResponseMeeting,
  recordHeld: recordResponseMeetingHeld,
  recordNotHeld: recordResponseMeetingNotHeld,
  amendNotes: amendResponseNotes,
  addAction: addResponseAction,
  finishAction: finishResponseAction,
  check: checkResponseRecord,
})

export const router = routerOf({
  response,
  responseRecord,
  rota: routerOf({ read: readRota, add: addOnCallTurn, end: endOnCallTurn, setFallback }),
  notification: routerOf({
    submit: submitNotification,
    send: sendNotification,
    follow: followNotification,
    askUnit,
    list: listNotifications,
    read: readNotification,
    accept: acceptNotification,
    declareOutOfScope,
    amend: amendNotification,
    answers: readAnswers,
    changes: readChanges,
    decideResidency,
    decideDiscretion,
    agenciesOfCase,
    ofCase: notificationOfCase,
    reportInError,
    readErrorReport,
  }),
  nationalDatabase: routerOf({
    record: recordNationalNotification,
    takeBack: takeBackTold,
    read: readNationalNotification,
    answers: assembleAnswers,
    receipt: recordReceipt,
  }),
  confirmation: routerOf({ record: recordConfirmation, read: readConfirmation }),
  notificationDraft: routerOf({
    begin: beginDraft,
    beginTwin,
    read: readDraft,
    save: saveDraft,
    submit: submitDraft,
    mailReturnLink,
    requestReturnCode,
    enterReturn,
  }),
  registration: routerOf({
    load: loadRegisteredDeaths,
    read: readReconciliation,
    decide: decideRegisteredDeath,
  }),
  duplicateReview: routerOf({
    list: listReviews,
    read: readReview,
    decide: decideReview,
    raise: raiseReview,
  }),
  merge: routerOf({
    list: listMerges,
    read: readMerge,
    propose: proposeMerge,
    confirm: confirmMerge,
    decline: declineMerge,
    withdraw: withdrawMerge,
    undo: undoMerge,
  }),
  transfer: routerOf({
    areas: listAreas,
    list: listTransfers,
    read: readTransfer,
    ofNotification: transferOfNotification,
    ofCase: transferOfCase,
    request: requestTransfer,
    requestCase: requestCaseTransfer,
    accept: acceptTransfer,
    decline: declineTransfer,
    recall: recallTransfer,
  }),
  related: routerOf({
    list: listRelated,
    of: relatedOf,
    unseen: unseenRelated,
    read: readRelated,
    decide: decideRelated,
    acknowledge: acknowledgeRelated,
  }),
  identity: routerOf({
    search: searchChildren,
    found: readFound,
    read: readIdentity,
    screen: screenText,
    recognise: recogniseCases,
  }),
  import: routerOf({
    begin: beginImport,
    append: appendPiece,
    finish: finishUpload,
    list: listImports,
    read: readImport,
    confirm: confirmImport,
    cancel: cancelImport,
    faults: listFaults,
    mappings: listMappings,
    emptyBundle: downloadEmptyBundle,
    openCases: listOpenCases,
    importedCases: readImportedCases,
  }),
  reference: routerOf({
    list: listReferences,
    begin: beginLoad,
    appendPostcodes,
    appendDeprivation,
    finish: finishLoad,
    abandon: abandonLoad,
    clear: clearLoads,
  }),
  event: routerOf({ ...eventProcedures(rpc, 'intake', subscriptions), replay: replayProcedure(rpc) }),
})
export type IntakeRouter = typeof router

export type { KnownBy } from './identity/known-by.ts'
