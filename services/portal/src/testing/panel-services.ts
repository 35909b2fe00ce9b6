import {
  type AnsweringServices,
  type AnswersOf,
  answeringServices,
  asks,
  changes,
  type ServicesTable,
} from './answering-services.ts'

const table = {
  intake: { identity: { read: asks('identity:read') } },
  'case-review': {
    link: {
      requestCode: changes('information-request:identify'),
      enter: changes('information-request:identify'),
      whereNow: asks('information-request:identify'),
    },
    inbox: {
      requestCode: changes('information-request:identify'),
      enter: changes('information-request:identify'),
      list: asks('inbox:read'),
      open: changes('inbox:read'),
    },
    supplementaryForm: {
      saveDraft: changes('information-request:answer'),
    },
    reportingForm: {
      begin: asks('information-request:answer'),
      saveDraft: changes('information-request:answer'),
      submit: changes('information-request:answer'),
      returnPart: changes('information-request:answer'),
      correct: changes('information-request:answer'),
      nothingKnown: changes('information-request:answer'),
      passOn: changes('information-request:answer'),
      copy: asks('information-request:answer'),
    },
    answerFile: {
      list: asks('information-request:answer'),
      begin: changes('information-request:answer'),
      append: changes('information-request:answer'),
      finish: changes('information-request:answer'),
      takeBack: changes('information-request:answer'),
    },
    panelMeeting: {
      list: asks('panel-meeting:read'),
      read: asks('panel-meeting:read'),
      arrange: changes('panel-meeting:arrange'),
      recordAttendance: changes('panel-meeting:arrange'),
      attendanceFigures: asks('panel-meeting:defer'),
      recordPause: changes('panel-meeting:defer'),
      setAgenda: changes('panel-meeting:arrange'),
      proposeAgenda: asks('panel-meeting:arrange'),
      keepProposal: changes('panel-meeting:arrange'),
      change: changes('panel-meeting:arrange'),
      cancel: changes('panel-meeting:arrange'),
      defer: changes('panel-meeting:defer'),
      deliberation: asks('analysis:agree'),
    },
    regionalMeeting: {
      areas: asks('panel-meeting:arrange'),
      list: asks('panel-meeting:arrange'),
      read: asks('panel-meeting:arrange'),
      arrange: changes('panel-meeting:arrange'),
      change: changes('panel-meeting:arrange'),
      cancel: changes('panel-meeting:arrange'),
      answer: changes('panel-meeting:arrange'),
      nameGuests: changes('panel-meeting:arrange'),
    },
    case: {
      finished: asks('case:reopen'),
      reopenings: asks('case:reopen'),
      reopen: changes('case:reopen'),
    },
    gap: {
      unanswered: asks('gap:record'),
      record: changes('gap:record'),
    },
    panelStatement: {
      read: asks('pack:read'),
      sign: changes('pack:read'),
      list: asks('panel-meeting:arrange'),
    },
    panelYear: {
      read: asks('panel-meeting:defer'),
      plan: asks('panel-meeting:arrange'),
      add: changes('panel-meeting:arrange'),
      change: changes('panel-meeting:arrange'),
      confirm: changes('panel-meeting:arrange'),
    },
    panelInvitation: {
      invite: changes('panel-meeting:arrange'),
      read: asks('panel-meeting:defer'),
      announced: asks('panel-invitation:mail'),
    },
    panelApology: { read: asks('panel-meeting:read'), send: changes('pack:read') },
    panelComment: { read: asks('panel-meeting:read'), send: changes('pack:read') },
    privateNote: { read: asks('pack:read'), write: changes('pack:read'), export: asks('pack:read') },
    privateNoteHold: { read: asks('panel-meeting:arrange'), record: changes('panel-meeting:arrange') },
    livePanel: {
      seat: asks('live-panel:watch'),
      keepSeat: asks('live-panel:watch'),
    },
    reading: {
      progress: asks('pack:read'),
      mark: changes('pack:read'),
      unmark: changes('pack:read'),
      keepPlace: changes('pack:read'),
    },
    familyItem: {
      read: asks('analysis:agree'),
      answer: changes('analysis:agree'),
      leaveOpen: changes('analysis:agree'),
    },
    pack: {
      open: asks('pack:read'),
      copy: asks('pack:read'),
      analysis: asks('analysis:read'),
      codedAnswers: asks('analysis:draft'),
    },
    openCases: { scores: asks('analysis:read') },
    causeLetter: { raised: asks('analysis:agree'), raise: changes('analysis:agree') },
    conflict: {
      declare: changes('conflict:declare'),
      record: changes('conflict:record'),
      list: asks('conflict:record'),
      own: asks('conflict:declare'),
    },
  },
  'factor-analysis': {
    selfAssessment: {
      asked: asks('self-assessment:answer'),
      openOwn: asks('self-assessment:answer'),
      answer: changes('self-assessment:answer'),
    },
    analysis: {
      read: asks('analysis:read'),
      saveDraft: changes('analysis:draft'),
      beginFromMeeting: changes('analysis:draft'),
      agree: changes('analysis:agree'),
    },
    meetingAnalysis: { forPanel: asks('analysis:read') },
    urgentAlert: { waiting: asks('urgent-alert:read') },
    livePanel: {
      open: changes('live-panel:decide'),
      show: changes('live-panel:decide'),
      decide: changes('live-panel:decide'),
      end: changes('live-panel:decide'),
      lead: changes('live-panel:decide'),
      read: changes('live-panel:read'),
      screen: asks('live-panel:watch'),
      stillHere: changes('live-panel:read'),
      follow: asks('live-panel:follow'),
    },
    doubleCoding: {
      list: asks('double-coding:read'),
      draw: changes('double-coding:arrange'),
      withdraw: changes('double-coding:arrange'),
      open: asks('double-coding:code'),
      save: changes('double-coding:code'),
      finish: changes('double-coding:code'),
      compare: asks('double-coding:adjudicate'),
      adjudicate: changes('double-coding:adjudicate'),
      agreement: asks('agreement:read'),
    },
    reviewQuality: {
      list: asks('review-quality:read'),
      draw: changes('review-quality:draw'),
      open: asks('review-quality:answer'),
      answer: changes('review-quality:answer'),
      figures: asks('review-quality:read'),
    },
    calibration: {
      list: asks('calibration:read'),
      takers: asks('calibration:follow'),
      openRound: changes('calibration:arrange'),
      open: asks('calibration:code'),
      save: changes('calibration:code'),
      finish: changes('calibration:code'),
      compare: asks('calibration:code'),
      figures: asks('calibration:read'),
    },
  },
} as const satisfies ServicesTable

/** What the services answer to the procedures that the reporter's and the panel's pages call, in their own types. */
export type PanelAnswers = AnswersOf<typeof table>

/** The services the reporter’s and the panel’s pages call, answering what a test tells them to. */
export type PanelServices = AnsweringServices<PanelAnswers>

export const panelServices = (): PanelServices => answeringServices(table)
