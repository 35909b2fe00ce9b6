import { eventProcedures } from '@cdop/events'
import { replayProcedure } from '@cdop/service'
import { admit } from './access/admit.ts'
import { withheldCases } from './access/withheld-cases.ts'
import { assignCase } from './assignment/assign-case.ts'
import { handOverCases } from './assignment/hand-over-cases.ts'
import { heldCases } from './assignment/held-cases.ts'
import { listAssignments } from './assignment/list-assignments.ts'
import { whoHasWhat } from './assignment/who-has-what.ts'
import { closeCase } from './case/close-case.ts'
import { listCases } from './case/list-cases.ts'
import { openCase } from './case/open-case.ts'
import { readCaseMinutes } from './case-minutes/read-case-minutes.ts'
import { setCaseMinutes } from './case-minutes/set-case-minutes.ts'
import { listCauseLetters, readCauseLetter } from './cause-letter/open-cause-letters.ts'
import { raiseCauseLetter, raisedCauseLetters } from './cause-letter/raise-cause-letter.ts'
import { changeCauseLetterTo } from './cause-letter/write-cause-letter.ts'
import { liftCaveat } from './caveat/lift-caveat.ts'
import { listCaveats } from './caveat/list-caveats.ts'
import { recordCaveat } from './caveat/record-caveat.ts'
import { reviewCaveat } from './caveat/review-caveat.ts'
import { escalate } from './chasing/escalate.ts'
import { readChasing } from './chasing/read-chasing.ts'
import { setChasing } from './chasing/set-chasing.ts'
import { readClockSettings } from './clock-settings/read-clock-settings.ts'
import { setClockSettings } from './clock-settings/set-clock-settings.ts'
import { readCollated } from './collated-record/read-collated.ts'
import { settleConflict } from './collated-record/settle-conflict.ts'
import { conflictStanding } from './conflict/conflict-standing.ts'
import { declareConflict } from './conflict/declare-conflict.ts'
import { listConflicts } from './conflict/list-conflicts.ts'
import { ownConflicts } from './conflict/own-conflicts.ts'
import { recordConflict } from './conflict/record-conflict.ts'
import { deferCase } from './deferral/defer-case.ts'
import { listQuestions } from './deferral/list-questions.ts'
import { resumeCase } from './deferral/resume-case.ts'
import { settleQuestion } from './deferral/settle-question.ts'
import {
  appendAnswerFile,
  beginAnswerFile,
  finishAnswerFile,
  listAnswerFiles,
  takeBackAnswerFile,
} from './document/answer-files.ts'
import { appendPiece } from './document/append-piece.ts'
import { beginUpload } from './document/begin-upload.ts'
import { decideRedaction } from './document/decide-redaction.ts'
import { finishUpload } from './document/finish-upload.ts'
import { listDocuments } from './document/list-documents.ts'
import { openDocument, readChunk } from './document/open-document.ts'
import { takeOutDocument } from './document/take-out.ts'
import { answerQuestion, leaveQuestionOpen } from './family/answer-question.ts'
import { askQuestion } from './family/ask-question.ts'
import { assignKeyWorker, endKeyWorker } from './family/assign-key-worker.ts'
import { allowDate, avoidDate } from './family/avoid-date.ts'
import { listFamilies } from './family/list-families.ts'
import { openFamily } from './family/open-family.ts'
import { recordMember } from './family/record-member.ts'
import { recordPortrait, withdrawPortrait } from './family/record-portrait.ts'
import { tellFamily } from './family/tell-family.ts'
import { answerAtItem, leaveOpenAtItem } from './family-item/answer-at-item.ts'
import { readFamilyItem } from './family-item/read-family-item.ts'
import { draftLetter } from './family-letter/draft-letter.ts'
import { giveLetter, printLetter } from './family-letter/give-letter.ts'
import { listTemplates, saveTemplate } from './family-letter/letter-templates.ts'
import { listLetters, readLetter } from './family-letter/open-letters.ts'
import { finaliseLetter, saveLetter, withdrawLetter } from './family-letter/write-letter.ts'
import { goWithout } from './gap/go-without.ts'
import { listUnanswered } from './gap/list-unanswered.ts'
import { seeLateAnswer } from './gap/see-late-answer.ts'
import { checkHold } from './hold/check-hold.ts'
import { endHold } from './hold/end-hold.ts'
import { listHolds } from './hold/list-holds.ts'
import { recordHold } from './hold/record-hold.ts'
import { enterInbox } from './inbox/enter-inbox.ts'
import { readInboxOrganisations } from './inbox/inbox-organisations.ts'
import { listInbox } from './inbox/list-inbox.ts'
import { openFromInbox } from './inbox/open-from-inbox.ts'
import { requestInboxCode } from './inbox/request-inbox-code.ts'
import { expectedAnswers } from './information-request/expected-answers.ts'
import { listRequests } from './information-request/list-requests.ts'
import { readRequest } from './information-request/read-request.ts'
import { recall } from './information-request/recall.ts'
import { redirect } from './information-request/redirect.ts'
import { remind } from './information-request/remind.ts'
import { resend } from './information-request/resend.ts'
import { sendRequest } from './information-request/send-request.ts'
import { enterLink } from './link/enter-link.ts'
import { requestCode } from './link/request-code.ts'
import { whereNow } from './link/where-now.ts'
import { deciding } from './live-panel/deciding.ts'
import { keepSeat } from './live-panel/keep-seat.ts'
import { openSeat } from './live-panel/open-seat.ts'
import { missAnalyses } from './national-submission/miss-analyses.ts'
import { readChanges } from './national-submission/read-changes.ts'
import { readSubmissions } from './national-submission/read-submissions.ts'
import { readWay } from './national-submission/read-way.ts'
import { exportYearEnd, readYearEnd } from './national-submission/read-year-end.ts'
import { sendSubmission } from './national-submission/send-submission.ts'
import { listBundleFiles } from './open-case/file/list-files.ts'
import { appendBundleFile, beginBundleFile, finishBundleFile } from './open-case/file/send-file.ts'
import { settleBundleFile } from './open-case/file/settle-file.ts'
import { forgetOpenCases } from './open-case/forget.ts'
import { readOrigin } from './open-case/read-origin.ts'
import { readScores } from './open-case/read-scores.ts'
import { rehearseOpenCases } from './open-case/rehearse.ts'
import { reportOpenCases } from './open-case/report.ts'
import { signOffOpenCases } from './open-case/sign-off.ts'
import { takeOverChasing } from './open-case/take-over-chasing.ts'
import { addContact } from './organisation/add-contact.ts'
import { addOrganisation } from './organisation/add-organisation.ts'
import { changeOrganisation } from './organisation/change-organisation.ts'
import { endContact } from './organisation/end-contact.ts'
import { listOrganisations } from './organisation/list-organisations.ts'
import { readOrganisation } from './organisation/read-organisation.ts'
import { renameOrganisation } from './organisation/rename-organisation.ts'
import { buildPack } from './pack/build-pack.ts'
import { copyPack } from './pack/copy-pack.ts'
import { decideFindings } from './pack/decide-findings.ts'
import { openAnalysis } from './pack/open-analysis.ts'
import { openPack } from './pack/open-pack.ts'
import { readPackRules, setPackRule } from './pack/pack-rules.ts'
import { readCodedAnswers } from './pack/read-coded-answers.ts'
import { readLeaks } from './pack/read-leaks.ts'
import { readPacks } from './pack/read-packs.ts'
import { signPack } from './pack/sign-pack.ts'
import { withdrawPack } from './pack/withdraw-pack.ts'
import { announcedMeeting } from './panel-invitation/announced-meeting.ts'
import { invitePanel } from './panel-invitation/invite-panel.ts'
import { readPanelInvitations } from './panel-invitation/read-panel-invitations.ts'
import { arrangeMeeting } from './panel-meeting/arrange-meeting.ts'
import { attendanceFigures } from './panel-meeting/attendance-figures.ts'
import { cancelMeeting } from './panel-meeting/cancel-meeting.ts'
import { changeMeeting } from './panel-meeting/change-meeting.ts'
import { deliberation } from './panel-meeting/deliberation.ts'
import { keepProposal } from './panel-meeting/keep-proposal.ts'
import { listCaseForPanel } from './panel-meeting/list-case.ts'
import { listMeetings } from './panel-meeting/list-meetings.ts'
import { proposeAgenda } from './panel-meeting/propose-agenda.ts'
import { readMeeting } from './panel-meeting/read-meeting.ts'
import { recordAttendance } from './panel-meeting/record-attendance.ts'
import { recordPause } from './panel-meeting/record-pause.ts'
import { setAgenda } from './panel-meeting/set-agenda.ts'
import { listStatements } from './panel-statement/list-statements.ts'
import { readStatement } from './panel-statement/read-statement.ts'
import { signStatement } from './panel-statement/sign-statement.ts'
import { addToYearPlan } from './panel-year/add-to-year-plan.ts'
import { changeYearPlan } from './panel-year/change-year-plan.ts'
import { confirmYearPlan } from './panel-year/confirm-year-plan.ts'
import { readPanelYear } from './panel-year/read-panel-year.ts'
import { readYearPlan } from './panel-year/read-year-plan.ts'
import { readNoteHold, recordNoteHold } from './private-note/hold-notes.ts'
import { exportNotes, readNote } from './private-note/read-note.ts'
import { writeNote } from './private-note/write-note.ts'
import { closeProceeding } from './proceeding/close-proceeding.ts'
import { listProceedings } from './proceeding/list-proceedings.ts'
import { openProceeding } from './proceeding/open-proceeding.ts'
import { recordStep } from './proceeding/record-step.ts'
import { readQuorumRules } from './quorum-rules/read-quorum-rules.ts'
import { setQuorumRule } from './quorum-rules/set-quorum-rule.ts'
import { keepPlace } from './reading/keep-place.ts'
import { markRead, markUnread } from './reading/mark-read.ts'
import { readProgress } from './reading/read-progress.ts'
import { readGate } from './ready-gate/read-gate.ts'
import { answerRegional } from './regional-meeting/answer-regional.ts'
import { arrangeRegional } from './regional-meeting/arrange-regional.ts'
import { cancelRegional, changeRegional } from './regional-meeting/change-regional.ts'
import { nameGuests } from './regional-meeting/name-guests.ts'
import { areasToAsk, listRegional, readRegional } from './regional-meeting/read-regional.ts'
import { findFinished } from './reopening/find-finished.ts'
import { readReopenings } from './reopening/read-reopenings.ts'
import { reopenCase } from './reopening/reopen-case.ts'
import { recordWithdrawal } from './reported-in-error/record-withdrawal.ts'
import { traceCase } from './reported-in-error/trace-case.ts'
import { beginReportingForm } from './reporting-form/begin-reporting-form.ts'
import { copyOwn } from './reporting-form/copy-own.ts'
import { nothingKnown } from './reporting-form/nothing-known.ts'
import { passOn } from './reporting-form/pass-on.ts'
import { returnPart } from './reporting-form/return-part.ts'
import { saveReportingDraft } from './reporting-form/save-reporting-draft.ts'
import { submitReportingForm } from './reporting-form/submit-reporting-form.ts'
import { askSeveral } from './request-batch/ask-several.ts'
import { readBatch } from './request-batch/read-batch.ts'
import { readResponseTimes } from './response-time/read-response-times.ts'
import { acceptReturn } from './returned-form/accept-return.ts'
import { copyReturn } from './returned-form/copy-return.ts'
import { correctReturn } from './returned-form/correct-return.ts'
import { sendBack } from './returned-form/send-back.ts'
import { amendMeetingNotes } from './review-meeting/amend-notes.ts'
import { arrangeReviewMeeting, changeReviewMeeting } from './review-meeting/arrange-meeting.ts'
import { cancelReviewMeeting } from './review-meeting/cancel-meeting.ts'
import {
  draftableMeeting,
  meetingsBeforePanel,
  screenMeetingDraft,
} from './review-meeting/draftable-meeting.ts'
import { inviteToReviewMeeting } from './review-meeting/invite.ts'
import { listReviewMeetings, reviewMeetingCalendar } from './review-meeting/list-meetings.ts'
import { recordMeetingFromResponse } from './review-meeting/record-from-response.ts'
import { recordHeldMeeting } from './review-meeting/record-held.ts'
import { recordNotHeld } from './review-meeting/record-not-held.ts'
import { recordMeetingReport } from './review-meeting/record-report.ts'
import { sayLastMeeting } from './review-meeting/say-last.ts'
import { listDecided } from './review-quality/list-decided.ts'
import { openForQuality } from './review-quality/open-for-quality.ts'
import { withheldFromReviewer } from './review-quality/withheld-from-reviewer.ts'
import { requires, router } from './rpc.ts'
import { beginWith, removeView, renameView } from './saved-view/change-view.ts'
import { listViews } from './saved-view/list-views.ts'
import { saveView } from './saved-view/save-view.ts'
import { screenWords } from './screening/screen-words.ts'
import { listCandidates } from './second-coding/list-candidates.ts'
import { openForCoding } from './second-coding/open-for-coding.ts'
import { secondDeliberation } from './second-coding/second-deliberation.ts'
import { withheldFromCoder } from './second-coding/withheld-from-coder.ts'
import { subscriptions } from './subscriptions.ts'
import { askForms } from './supplementary-form/ask-forms.ts'
import { listForms } from './supplementary-form/list-forms.ts'
import { saveSupplementaryDraft } from './supplementary-form/save-supplementary-draft.ts'
import { readTimeline } from './timeline/read-timeline.ts'
import { recordLifeEvent } from './timeline/record-life-event.ts'
import { takeOutLifeEvent } from './timeline/take-out-life-event.ts'
import { readTold } from './told-list/read-told.ts'
import { recordTold } from './told-list/record-told.ts'
import { beginTranscription } from './transcription/begin-transcription.ts'
import { discardTranscription } from './transcription/discard-transcription.ts'
import { readTranscription } from './transcription/read-transcription.ts'
import { recordTranscription } from './transcription/record-transcription.ts'
import { saveTranscription } from './transcription/save-transcription.ts'
import { offerCase } from './transfer/offer-case.ts'
import { whoIsHere } from './visit/who-is-here.ts'
import { readApologies, sendApology } from './word-to-chair/apologise.ts'
import { readComments, sendComment } from './word-to-chair/comment-on-case.ts'
import { beginFile, beginWithNames } from './worklist-file/begin-file.ts'
import { fileRows, rowsWithNames } from './worklist-file/file-rows.ts'

export const caseReviewRouter = router({
  case: router({
    list: listCases,
    open: openCase,
    whoIsHere,
    admit,
    screenWords,
    withheld: withheldCases,
    offer: offerCase,
    listForPanel: listCaseForPanel,
    readyGate: readGate,
    resume: resumeCase,
    close: closeCase,
    reopen: reopenCase,
    reopenings: readReopenings,
    finished: findFinished,
    trace: traceCase,
    recordWithdrawal,
  }),
  timeline: router({ read: readTimeline, record: recordLifeEvent, takeOut: takeOutLifeEvent }),
  assignment: router({
    list: listAssignments,
    assign: assignCase,
    held: heldCases,
    handOver: handOverCases,
    whoHasWhat,
  }),
  toldList: router({ read: readTold, record: recordTold }),
  organisation: router({
    add: addOrganisation,
    list: listOrganisations,
    read: readOrganisation,
    rename: renameOrganisation,
    change: changeOrganisation,
    addContact,
    endContact,
  }),
  informationRequest: router({
    send: sendRequest,
    list: listRequests,
    read: readRequest,
    remind,
    recall,
    escalate,
    resend,
    redirect,
    expected: expectedAnswers,
  }),
  requestBatch: router({ ask: askSeveral, read: readBatch }),
  chasing: router({ read: readChasing, set: setChasing }),
  gap: router({ unanswered: listUnanswered, record: goWithout, seeLateAnswer }),
  responseTime: router({ read: readResponseTimes }),
  link: router({ requestCode, enter: enterLink, whereNow }),
  inbox: router({
    requestCode: requestInboxCode,
    enter: enterInbox,
    list: listInbox,
    open: openFromInbox,
    organisations: readInboxOrganisations,
  }),
  reportingForm: router({
    begin: beginReportingForm,
    saveDraft: saveReportingDraft,
    submit: submitReportingForm,
    returnPart,
    correct: correctReturn,
    nothingKnown,
    passOn,
    copy: copyOwn,
  }),
  returnedForm: router({ copy: copyReturn, accept: acceptReturn, sendBack }),
  transcription: router({
    read: readTranscription,
    begin: beginTranscription,
    save: saveTranscription,
    record: recordTranscription,
    discard: discardTranscription,
  }),
  collatedRecord: router({ read: readCollated, settle: settleConflict }),
  supplementaryForm: router({ list: listForms, ask: askForms, saveDraft: saveSupplementaryDraft }),
  reviewMeeting: router({
    list: listReviewMeetings,
    calendar: reviewMeetingCalendar,
    arrange: arrangeReviewMeeting,
    change: changeReviewMeeting,
    cancel: cancelReviewMeeting,
    invite: inviteToReviewMeeting,
    recordHeld: recordHeldMeeting,
    amendNotes: amendMeetingNotes,
    recordReport: recordMeetingReport,
    recordFromResponse: recordMeetingFromResponse,
    sayLast: sayLastMeeting,
    draftable: draftableMeeting,
    screenDraft: screenMeetingDraft,
    beforePanel: meetingsBeforePanel,
    recordNotHeld,
  }),
  clockSettings: router({ read: readClockSettings, set: setClockSettings }),
  openCases: router({
    rehearse: rehearseOpenCases,
    signOff: signOffOpenCases,
    forget: forgetOpenCases,
    report: reportOpenCases,
    takeOverChasing,
    origin: readOrigin,
    scores: readScores,
    listFiles: listBundleFiles,
    beginFile: beginBundleFile,
    appendFile: appendBundleFile,
    finishFile: finishBundleFile,
    settleFile: settleBundleFile,
  }),
  worklistFile: router({
    begin: beginFile,
    rows: fileRows,
    beginWithNames,
    rowsWithNames,
  }),
  savedView: router({ list: listViews, save: saveView, rename: renameView, remove: removeView, beginWith }),
  hold: router({ list: listHolds, record: recordHold, check: checkHold, end: endHold }),
  proceeding: router({
    list: listProceedings,
    open: openProceeding,
    recordStep,
    close: closeProceeding,
  }),
  letter: router({
    templates: listTemplates,
    saveTemplate,
    list: listLetters,
    read: readLetter,
    draft: draftLetter,
    save: saveLetter,
    finalise: finaliseLetter,
    withdraw: withdrawLetter,
    print: printLetter,
    give: giveLetter,
  }),
  family: router({
    list: listFamilies,
    open: openFamily,
    assignKeyWorker,
    endKeyWorker,
    recordMember,
    avoidDate,
    allowDate,
    ask: askQuestion,
    answer: answerQuestion,
    leaveOpen: leaveQuestionOpen,
    tell: tellFamily,
    recordPortrait,
    withdrawPortrait,
  }),
  /** What the family tells and asks, at the item of its child before the panel. */
  familyItem: router({ read: readFamilyItem, answer: answerAtItem, leaveOpen: leaveOpenAtItem }),
  caveat: router({ list: listCaveats, record: recordCaveat, review: reviewCaveat, lift: liftCaveat }),
  document: router({
    list: listDocuments,
    begin: beginUpload,
    append: appendPiece,
    finish: finishUpload,
    open: openDocument,
    read: readChunk,
    takeOut: takeOutDocument,
    decideRedaction,
  }),
  answerFile: router({
    list: listAnswerFiles,
    begin: beginAnswerFile,
    append: appendAnswerFile,
    finish: finishAnswerFile,
    takeBack: takeBackAnswerFile,
  }),
  panelMeeting: router({
    arrange: arrangeMeeting,
    list: listMeetings,
    read: readMeeting,
    recordAttendance,
    attendanceFigures,
    recordPause,
    deliberation,
    defer: deferCase,
    setAgenda,
    proposeAgenda,
    keepProposal,
    change: changeMeeting,
    cancel: cancelMeeting,
  }),
  /** Panel meetings of several areas at one time: nothing of a case goes from one to another. */
  regionalMeeting: router({
    areas: areasToAsk,
    list: listRegional,
    read: readRegional,
    arrange: arrangeRegional,
    change: changeRegional,
    cancel: cancelRegional,
    answer: answerRegional,
    nameGuests,
  }),
  /** Who may follow the panel on a case as it decides, and who is there for it; what it decides is kept by factor-analysis. */
  livePanel: router({ seat: openSeat, keepSeat, deciding }),
  /** Who was invited to which panel meeting; the portal knows addresses, mails them and asks what to say. */
  panelInvitation: router({ invite: invitePanel, read: readPanelInvitations, announced: announcedMeeting }),
  /** The panel meetings of a reporting year, and the plan of those that are to be arranged in one act. */
  panelYear: router({
    read: readPanelYear,
    plan: readYearPlan,
    add: addToYearPlan,
    change: changeYearPlan,
    confirm: confirmYearPlan,
  }),
  panelStatement: router({ read: readStatement, sign: signStatement, list: listStatements }),
  quorumRules: router({ read: readQuorumRules, set: setQuorumRule }),
  caseMinutes: router({ read: readCaseMinutes, set: setCaseMinutes }),
  panelQuestion: router({ list: listQuestions, settle: settleQuestion }),
  nationalSubmission: router({
    read: readSubmissions,
    changes: readChanges,
    send: sendSubmission,
    way: readWay,
    yearEnd: readYearEnd,
    yearEndFile: exportYearEnd,
  }),
  agreedAnalysis: router({ miss: missAnalyses }),
  pack: router({
    open: openPack,
    copy: copyPack,
    analysis: openAnalysis,
    codedAnswers: readCodedAnswers,
    read: readPacks,
    build: buildPack,
    leaks: readLeaks,
    decide: decideFindings,
    sign: signPack,
    withdraw: withdrawPack,
    rules: readPackRules,
    setRule: setPackRule,
  }),
  reading: router({ progress: readProgress, mark: markRead, unmark: markUnread, keepPlace }),
  causeLetter: router({
    raise: raiseCauseLetter,
    raised: raisedCauseLetters,
    list: listCauseLetters,
    read: readCauseLetter,
    change: changeCauseLetterTo,
  }),
  panelApology: router({ read: readApologies, send: sendApology }),
  panelComment: router({ read: readComments, send: sendComment }),
  privateNote: router({ read: readNote, write: writeNote, export: exportNotes }),
  privateNoteHold: router({ read: readNoteHold, record: recordNoteHold }),
  conflict: router({
    declare: declareConflict,
    record: recordConflict,
    standing: conflictStanding,
    list: listConflicts,
    own: ownConflicts,
  }),
  /** For factor-analysis alone: which agreed cases a second panel may code, and what it reads of one. */
  /** What factor-analysis asks of cases whose reviews are looked at by sample. */
  reviewQuality: router({ decided: listDecided, open: openForQuality, withheld: withheldFromReviewer }),
  secondCoding: router({
    candidates: listCandidates,
    open: openForCoding,
    deliberation: secondDeliberation,
    withheld: withheldFromCoder,
  }),
  event: router({
    ...eventProcedures({ requires }, 'case-review', subscriptions),
    replay: replayProcedure({ requires }),
  }),
})
export type CaseReviewRouter = typeof caseReviewRouter
