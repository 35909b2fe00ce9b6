import type { PageRoute } from '../page/page-route.ts'
import { agencyReturnRoutes } from './agency-return/route.ts'
import { alertPages } from './alerts/route.ts'
import { annualReportPages } from './annual-reports/route.ts'
import { newApiTokenPage } from './api-tokens/new-route.ts'
import { revokeApiTokenPage } from './api-tokens/revoke-route.ts'
import { apiTokensPage } from './api-tokens/route.ts'
import { areaSettingsPages } from './area-settings/route.ts'
import { areasPage } from './areas/route.ts'
import { assurancePages } from './assurance/route.ts'
import { blankFormPages } from './blank-form/route.ts'
import { calibrationPages } from './calibration/calibration-pages.ts'
import { casePages } from './case/route.ts'
import { caseAgenciesPages } from './case-agencies/route.ts'
import { caseCausePages } from './case-cause/route.ts'
import { caseCaveatPages } from './case-caveats/route.ts'
import { caseClosePage } from './case-close/route.ts'
import { caseCollatedPage } from './case-collated/route.ts'
import { caseDocumentPages } from './case-documents/route.ts'
import { caseEscalatePages } from './case-escalate/route.ts'
import { caseFamilyPages } from './case-family/route.ts'
import { caseFormsPage } from './case-forms/route.ts'
import { caseHoldPages } from './case-holds/route.ts'
import { caseLetterPages } from './case-letters/route.ts'
import { caseMinutesPage } from './case-minutes/route.ts'
import { caseMixPage } from './case-mix/route.ts'
import { onBehalfPages } from './case-on-behalf/route.ts'
import { casePanelPage } from './case-panel/route.ts'
import { casePeoplePage } from './case-people/route.ts'
import { caseProceedingPages } from './case-proceedings/route.ts'
import { caseReopenPage, reopenFindPage } from './case-reopen/route.ts'
import { caseRequestPage } from './case-request/route.ts'
import { caseRequestCopyPage } from './case-request-copy/route.ts'
import { caseRequestsPage } from './case-requests/route.ts'
import { caseResponsePage } from './case-response/route.ts'
import { caseReviewMeetingPage } from './case-review-meeting/route.ts'
import { sendBackPage } from './case-send-back/route.ts'
import { caseTimelinePages } from './case-timeline/route.ts'
import { caseToldPage } from './case-told/route.ts'
import { casesPage } from './cases/route.ts'
import { challengePages } from './challenges/route.ts'
import { chasingPages } from './chasing/route.ts'
import { clockSettingsPages } from './clock-settings/route.ts'
import { codingComparedPage } from './coding-compared/route.ts'
import { caseConfirmationPage, caseInErrorPage, confirmationPage } from './confirmation/route.ts'
import { coordinatorPages } from './coordinators/route.ts'
import { discretionPage } from './discretion/route.ts'
import { doubleCodingPage } from './double-coding/route.ts'
import { duplicatePage } from './duplicate/route.ts'
import { duplicatesPage } from './duplicates/route.ts'
import { explorerPages } from './explorer/route.ts'
import { familiesPage } from './families/route.ts'
import { figuresPage } from './figures/route.ts'
import { aboutReviewPage, accessibilityPage, helpPage, privacyPage } from './help/routes.ts'
import { hiddenScreenPage } from './hidden-screen/route.ts'
import { homePage } from './home/route.ts'
import { emptyBundlePage, importErrorsPage, importPage } from './import/route.ts'
import { importDocumentsPage } from './import-documents/route.ts'
import { importNewPage } from './import-new/route.ts'
import { importsPage } from './imports/route.ts'
import { inboxRoutes } from './inbox/route.ts'
import { learningPages } from './learning/route.ts'
import { letterTemplatePages } from './letter-templates/route.ts'
import { mailedLinkRoutes } from './mailed-link/route.ts'
import { mergePage } from './merge/route.ts'
import { nationalDatabasePage } from './national-database/route.ts'
import { notificationPage } from './notification/route.ts'
import { notificationAskPage } from './notification-ask/route.ts'
import { notificationChangePage } from './notification-change/route.ts'
import { notificationChangesPage } from './notification-changes/route.ts'
import { notificationComparePage } from './notification-compare/route.ts'
import { notificationReceivedPage } from './notification-received/route.ts'
import { notificationsPage } from './notifications/route.ts'
import { notifyRoutes } from './notify/routes.ts'
import { organisationPage } from './organisation/route.ts'
import { organisationsPages } from './organisations/route.ts'
import { packRulesPage } from './pack-rules/route.ts'
import { panelAgreementPage } from './panel-agreement/route.ts'
import { panelPages } from './panel-pages.ts'
import { panelQuestionPages } from './panel-questions/route.ts'
import { populationsPage } from './populations/route.ts'
import { quorumRulesPages } from './quorum-rules/route.ts'
import { recommendationPages } from './recommendations/route.ts'
import { recordNotificationPage } from './record-notification/route.ts'
import { registeredDeathPage } from './registered-death/route.ts'
import { registrationsPage } from './registrations/route.ts'
import { relatedPage } from './related/route.ts'
import { relatedPairPage } from './related-pair/route.ts'
import { releaseCsvPage } from './release/csv-route.ts'
import { releasePage } from './release/route.ts'
import { releasesPage } from './releases/route.ts'
import { reportedInErrorPage } from './reported-in-error/route.ts'
import { residencyPage } from './residency/route.ts'
import { responsePage } from './response/route.ts'
import { beginResponsePage } from './response-new/route.ts'
import { responseRecordPages } from './response-record/route.ts'
import { responseTimesPage } from './response-times/route.ts'
import { responsesPage } from './responses/route.ts'
import { returnCopyPage } from './return-copy/route.ts'
import { returnDocumentsPage } from './return-documents/route.ts'
import { nothingKnownPage } from './return-nothing-known/route.ts'
import { returnPartRoutes } from './return-part/route.ts'
import { passOnRoutes } from './return-pass-on/route.ts'
import { returnUploadPage } from './return-upload/route.ts'
import { reviewLookedAtPage } from './review-looked-at/route.ts'
import { meetingAnalysisPages } from './review-meeting-analysis/route.ts'
import { reviewMeetingPages } from './review-meetings/route.ts'
import { reviewQualityPage } from './review-quality/route.ts'
import { rotaPages } from './rota/route.ts'
import { savedViewPages } from './saved-views/route.ts'
import { scrutinyPage } from './scrutiny/route.ts'
import { searchPage, searchResultsPage } from './search/route.ts'
import { secondCodingPages } from './second-coding/route.ts'
import { selfAssessmentPages } from './self-assessment/route.ts'
import { callbackPage } from './sign-in/callback-route.ts'
import { signInPage } from './sign-in/route.ts'
import { signedOutPage, signOutPage } from './sign-out/route.ts'
import { transferPage } from './transfer/route.ts'
import { caseTransferPage } from './transfer-request/case-route.ts'
import { transferRequestPage } from './transfer-request/route.ts'
import { transfersPage } from './transfers/route.ts'
import { unansweredPage } from './unanswered/route.ts'
import { changeUserPage } from './users/change-route.ts'
import { inviteUserPage } from './users/invite-route.ts'
import { usersPage } from './users/route.ts'
import { worklistFilePages } from './worklist-file/route.ts'
import { yearEndFilePage, yearEndPage } from './year-end/route.ts'

/** Every page of the portal. Those with a place stand in the navigation in this order. */
export const pages: readonly PageRoute[] = [
  homePage,
  signInPage,
  callbackPage,
  signOutPage,
  signedOutPage,
  areasPage,
  casesPage,
  ...savedViewPages,
  ...worklistFilePages,
  ...coordinatorPages,
  ...casePages,
  ...caseTimelinePages,
  casePeoplePage,
  caseConfirmationPage,
  caseInErrorPage,
  caseToldPage,
  familiesPage,
  ...caseFamilyPages,
  ...caseLetterPages,
  caseRequestsPage,
  caseRequestPage,
  caseRequestCopyPage,
  ...onBehalfPages,
  ...caseAgenciesPages,
  responseTimesPage,
  yearEndPage,
  yearEndFilePage,
  ...caseEscalatePages,
  sendBackPage,
  caseReviewMeetingPage,
  ...reviewMeetingPages,
  ...meetingAnalysisPages,
  caseResponsePage,
  ...caseProceedingPages,
  ...caseCausePages,
  caseFormsPage,
  caseCollatedPage,
  ...caseDocumentPages,
  ...caseHoldPages,
  ...caseCaveatPages,
  casePanelPage,
  ...panelQuestionPages,
  caseClosePage,
  ...organisationsPages,
  organisationPage,
  searchPage,
  searchResultsPage,
  notificationsPage,
  recordNotificationPage,
  importsPage,
  importNewPage,
  emptyBundlePage,
  importPage,
  importErrorsPage,
  importDocumentsPage,
  notificationReceivedPage,
  notificationPage,
  registrationsPage,
  registeredDeathPage,
  nationalDatabasePage,
  confirmationPage,
  notificationChangePage,
  notificationChangesPage,
  notificationComparePage,
  notificationAskPage,
  residencyPage,
  discretionPage,
  reportedInErrorPage,
  responsesPage,
  beginResponsePage,
  responsePage,
  ...responseRecordPages,
  ...rotaPages,
  duplicatesPage,
  duplicatePage,
  mergePage,
  transfersPage,
  transferPage,
  transferRequestPage,
  caseTransferPage,
  relatedPage,
  relatedPairPage,
  ...chasingPages,
  unansweredPage,
  reopenFindPage,
  caseReopenPage,
  ...panelPages,
  panelAgreementPage,
  doubleCodingPage,
  codingComparedPage,
  ...secondCodingPages,
  ...calibrationPages,
  reviewQualityPage,
  reviewLookedAtPage,
  ...explorerPages,
  releasesPage,
  releasePage,
  releaseCsvPage,
  ...annualReportPages,
  ...recommendationPages,
  scrutinyPage,
  ...challengePages,
  ...assurancePages,
  ...learningPages,
  ...alertPages,
  ...selfAssessmentPages,
  figuresPage,
  caseMixPage,
  populationsPage,
  usersPage,
  inviteUserPage,
  changeUserPage,
  ...letterTemplatePages,
  ...areaSettingsPages,
  ...clockSettingsPages,
  caseMinutesPage,
  ...quorumRulesPages,
  packRulesPage,
  apiTokensPage,
  newApiTokenPage,
  revokeApiTokenPage,
  ...mailedLinkRoutes,
  ...inboxRoutes,
  ...agencyReturnRoutes,
  nothingKnownPage,
  ...passOnRoutes,
  ...returnPartRoutes,
  returnUploadPage,
  returnDocumentsPage,
  returnCopyPage,
  ...blankFormPages,
  ...notifyRoutes,
  hiddenScreenPage,
  helpPage,
  aboutReviewPage,
  accessibilityPage,
  privacyPage,
]
