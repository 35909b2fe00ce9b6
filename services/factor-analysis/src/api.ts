import { eventProcedures } from '@cdop/events'
import { replayProcedure } from '@cdop/service'
import { agreeAction } from './action/agree-action.ts'
import { confirmAction, recordAction } from './action/record-action.ts'
import { agreeAnalysis } from './analysis/agree-analysis.ts'
import { beginFromMeeting } from './analysis/begin-from-meeting.ts'
import { readAnalysis } from './analysis/read-analysis.ts'
import { saveDraft } from './analysis/save-draft.ts'
import { listAssurance, readAssurance } from './assurance/read-assurance.ts'
import { signAssurance } from './assurance/sign-assurance.ts'
import { compareOwnCoding } from './calibration/compare-own-coding.ts'
import { finishOwnCoding } from './calibration/finish-own-coding.ts'
import { openCalibrationCase } from './calibration/open-case.ts'
import { openCalibrationRound } from './calibration/open-round.ts'
import { listCalibration, readCalibrationFigures, readTakers } from './calibration/read-calibration.ts'
import { saveOwnCoding } from './calibration/save-own-coding.ts'
import { listChallenges } from './challenge/list-challenges.ts'
import { raiseChallenge } from './challenge/raise-challenge.ts'
import { readChallenge } from './challenge/read-challenge.ts'
import { acceptAnswer, answerChallenge, pressChallenge } from './challenge/record-challenge.ts'
import { acknowledgeRecommendation, sendRecommendation } from './dissemination/disseminate.ts'
import { adjudicateCoding } from './double-coding/adjudicate-coding.ts'
import { compareCodings } from './double-coding/compare-codings.ts'
import { drawSample } from './double-coding/draw-sample.ts'
import { finishSecondCoding } from './double-coding/finish-coding.ts'
import { listSecondCodings } from './double-coding/list-codings.ts'
import { openSecondCoding } from './double-coding/open-coding.ts'
import { readAgreement } from './double-coding/read-agreement.ts'
import { saveSecondCoding } from './double-coding/save-coding.ts'
import { withdrawSecondCoding } from './double-coding/withdraw-coding.ts'
import { nameIndicator } from './effect/name-indicator.ts'
import { offeredFigures } from './effect/offered-figures.ts'
import { recordMeasure } from './effect/record-measure.ts'
import { issueLearning } from './learning/issue-learning.ts'
import { listLearning, readLearning } from './learning/read-learning.ts'
import { acknowledgeLearning, sendLearning } from './learning/send-learning.ts'
import { decideLiveItem } from './live-panel/decide-live-item.ts'
import { endLivePanel } from './live-panel/end-live-panel.ts'
import { followLivePanel } from './live-panel/follow-live-panel.ts'
import { leadLivePanel } from './live-panel/lead-live-panel.ts'
import { openLivePanel } from './live-panel/open-live-panel.ts'
import { readLivePanel } from './live-panel/read-live-panel.ts'
import { readLiveScreen } from './live-panel/read-live-screen.ts'
import { showItem } from './live-panel/show-item.ts'
import { stillHere } from './live-panel/still-here.ts'
import { correctMeetingAnalysis } from './meeting-analysis/correct-meeting-draft.ts'
import { finishMeetingAnalysis } from './meeting-analysis/finish-meeting-draft.ts'
import { readMeetingsForPanel } from './meeting-analysis/read-for-panel.ts'
import { readMeetingAnalysis } from './meeting-analysis/read-meeting-draft.ts'
import { saveMeetingAnalysis } from './meeting-analysis/save-meeting-draft.ts'
import { listRecommendations } from './recommendation/list-recommendations.ts'
import { proposeRecommendation } from './recommendation/propose-recommendation.ts'
import { readRecommendation } from './recommendation/read-recommendation.ts'
import { confirmRecommendation, recordRecommendation } from './recommendation/record-recommendation.ts'
import { reviseRecommendation } from './recommendation/revise-recommendation.ts'
import { similarRecommendations } from './recommendation/similar-recommendations.ts'
import { answerReview } from './review-quality/answer-review.ts'
import { drawReviews } from './review-quality/draw-reviews.ts'
import { listQuality } from './review-quality/list-quality.ts'
import { openReview } from './review-quality/open-review.ts'
import { readQuality } from './review-quality/read-quality.ts'
import { requires, router as routerOf } from './rpc.ts'
import { readScrutiny } from './scrutiny/read-overview.ts'
import { answerOwnForm, listAskedForms, openOwnForm } from './self-assessment/answer-own-form.ts'
import { openSelfAssessment } from './self-assessment/open-year.ts'
import { readSelfAssessmentForm } from './self-assessment/read-form.ts'
import { listSelfAssessments, readSelfAssessment } from './self-assessment/read-year.ts'
import { correctSelfAssessment, saveSelfAssessment } from './self-assessment/save-form.ts'
import { subscriptions } from './subscriptions.ts'
import { acknowledgeAlert } from './urgent-alert/acknowledge-alert.ts'
import { closeAlert } from './urgent-alert/close-alert.ts'
import { listAlerts, waitingAlerts } from './urgent-alert/list-alerts.ts'
import { raiseAlert } from './urgent-alert/raise-alert.ts'
import { readAlert } from './urgent-alert/read-alert.ts'
import { recordBodyTold } from './urgent-alert/record-body-told.ts'

export const router = routerOf({
  analysis: routerOf({ read: readAnalysis, saveDraft, beginFromMeeting, agree: agreeAnalysis }),
  /** What a review meeting thinks of a case, for the panel to read: never what the panel agrees. */
  meetingAnalysis: routerOf({
    read: readMeetingAnalysis,
    saveDraft: saveMeetingAnalysis,
    correct: correctMeetingAnalysis,
    finish: finishMeetingAnalysis,
    forPanel: readMeetingsForPanel,
  }),
  /** What is recommended to somebody who can act, followed until it is done. */
  recommendation: routerOf({
    list: listRecommendations,
    read: readRecommendation,
    propose: proposeRecommendation,
    revise: reviseRecommendation,
    record: recordRecommendation,
    confirm: confirmRecommendation,
    similar: similarRecommendations,
    send: sendRecommendation,
    acknowledge: acknowledgeRecommendation,
    measure: recordMeasure,
    nameIndicator,
    figures: offeredFigures,
  }),
  action: routerOf({ agree: agreeAction, record: recordAction, confirm: confirmAction }),
  /** How far an area is, for an independent scrutineer. */
  scrutiny: routerOf({ read: readScrutiny }),
  /** What an independent scrutineer questions, and what the area answers. */
  challenge: routerOf({
    list: listChallenges,
    read: readChallenge,
    raise: raiseChallenge,
    answer: answerChallenge,
    accept: acceptAnswer,
    press: pressChallenge,
  }),
  /** How far organisations say that they do what is recommended to them. */
  selfAssessment: routerOf({
    list: listSelfAssessments,
    open: openSelfAssessment,
    read: readSelfAssessment,
    readForm: readSelfAssessmentForm,
    save: saveSelfAssessment,
    correct: correctSelfAssessment,
    /** By an organisation itself, from the inbox of its mailbox. */
    asked: listAskedForms,
    openOwn: openOwnForm,
    answer: answerOwnForm,
  }),
  /** What the scrutineer states about a year. */
  assurance: routerOf({ list: listAssurance, read: readAssurance, sign: signAssurance }),
  /** What was learnt at any stage of a review, and who was told. */
  learning: routerOf({
    list: listLearning,
    read: readLearning,
    issue: issueLearning,
    send: sendLearning,
    acknowledge: acknowledgeLearning,
  }),
  /** A danger to other children that waits for no panel. */
  urgentAlert: routerOf({
    list: listAlerts,
    waiting: waitingAlerts,
    read: readAlert,
    raise: raiseAlert,
    acknowledge: acknowledgeAlert,
    recordBodyTold,
    close: closeAlert,
  }),
  /** The analysis as the panel agrees it, item by item. */
  livePanel: routerOf({
    open: openLivePanel,
    show: showItem,
    decide: decideLiveItem,
    end: endLivePanel,
    lead: leadLivePanel,
    read: readLivePanel,
    screen: readLiveScreen,
    stillHere,
    follow: followLivePanel,
  }),
  /** What a second panel makes of a case without knowing what the first one said, and how far the two agree. */
  doubleCoding: routerOf({
    draw: drawSample,
    list: listSecondCodings,
    open: openSecondCoding,
    save: saveSecondCoding,
    finish: finishSecondCoding,
    withdraw: withdrawSecondCoding,
    compare: compareCodings,
    adjudicate: adjudicateCoding,
    agreement: readAgreement,
  }),
  /** Invented cases that members code alone, what was intended, and how far all agree. */
  calibration: routerOf({
    list: listCalibration,
    takers: readTakers,
    openRound: openCalibrationRound,
    open: openCalibrationCase,
    save: saveOwnCoding,
    finish: finishOwnCoding,
    compare: compareOwnCoding,
    figures: readCalibrationFigures,
  }),
  /** A sample of finished reviews, looked at by somebody who did not decide them. */
  reviewQuality: routerOf({
    draw: drawReviews,
    list: listQuality,
    open: openReview,
    answer: answerReview,
    figures: readQuality,
  }),
  event: routerOf({
    ...eventProcedures({ requires }, 'factor-analysis', subscriptions),
    replay: replayProcedure({ requires }),
  }),
})

export type FactorAnalysisRouter = typeof router
