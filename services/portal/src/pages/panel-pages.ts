import type { PageRoute } from '../page/page-route.ts'
import { attendancePage } from './attendance/route.ts'
import { checkAnalysisPage } from './case-analysis/check-route.ts'
import { agreedAnalysisPage, analysisPage } from './case-analysis/route.ts'
import { analysisSectionPage } from './case-analysis/section-route.ts'
import { caseCommentsPage } from './case-comments/route.ts'
import { deferPage } from './case-defer/route.ts'
import { casePackPage } from './case-pack/route.ts'
import { codebookPage } from './codebook/route.ts'
import { leadItemPage } from './live-panel/item-route.ts'
import { leadLivePage } from './live-panel/lead-route.ts'
import { livePanelPages } from './live-panel/route.ts'
import { meetingPackPage } from './meeting-pack/route.ts'
import { packCopyPage } from './pack-copy/route.ts'
import { packLeaksPage } from './pack-leaks/route.ts'
import { panelAgendaPage } from './panel-agenda/route.ts'
import { panelApologyPage } from './panel-apology/route.ts'
import { panelAttendancePage } from './panel-attendance/route.ts'
import { panelCausePage } from './panel-cause/route.ts'
import { panelConflictPage } from './panel-conflict/route.ts'
import { panelConflictsPage } from './panel-conflicts/route.ts'
import { panelFamilyPages } from './panel-family/route.ts'
import { panelInductionPage } from './panel-induction/route.ts'
import { panelInterestsPage } from './panel-interests/route.ts'
import { inviteToMeetingsPage } from './panel-invite/meetings-route.ts'
import { invitePanelPage } from './panel-invite/route.ts'
import { panelMeetingPage } from './panel-meeting/route.ts'
import { meetingChangePage } from './panel-meeting-change/route.ts'
import { newPanelMeetingPage } from './panel-meeting-new/route.ts'
import { panelMeetingsPage } from './panel-meetings/route.ts'
import { panelPausePage } from './panel-pause/route.ts'
import { panelProposalPage } from './panel-proposal/route.ts'
import { addToPlanPage } from './panel-year/add-route.ts'
import { plannedDatePage } from './panel-year/date-route.ts'
import { yearPlanPage } from './panel-year/plan-route.ts'
import { panelYearPage } from './panel-year/route.ts'
import { privateNotePage } from './private-note/route.ts'
import { privateNoteHoldPage } from './private-note-hold/route.ts'
import { privateNotesFile } from './private-notes-file/route.ts'
import { regionalGuestsPage } from './regional-guests/route.ts'
import { regionalMeetingPage } from './regional-meeting/route.ts'
import { regionalMeetingChangePage } from './regional-meeting-change/route.ts'
import { newRegionalMeetingPage } from './regional-meeting-new/route.ts'
import { regionalMeetingsPage } from './regional-meetings/route.ts'

/** The panel's pages: meetings, reading, and the analysis. Of two paths that fit, the first answers. */
export const panelPages: readonly PageRoute[] = [
  panelMeetingsPage,
  panelInductionPage,
  codebookPage,
  newPanelMeetingPage,
  panelAttendancePage,
  inviteToMeetingsPage,
  panelYearPage,
  yearPlanPage,
  addToPlanPage,
  plannedDatePage,
  regionalMeetingsPage,
  newRegionalMeetingPage,
  regionalMeetingPage,
  regionalMeetingChangePage,
  regionalGuestsPage,
  panelMeetingPage,
  invitePanelPage,
  attendancePage,
  panelPausePage,
  panelConflictsPage,
  panelConflictPage,
  panelInterestsPage,
  panelAgendaPage,
  panelProposalPage,
  meetingChangePage,
  deferPage,
  casePackPage,
  packCopyPage,
  meetingPackPage,
  packLeaksPage,
  caseCommentsPage,
  panelApologyPage,
  privateNotePage,
  privateNotesFile,
  privateNoteHoldPage,
  ...panelFamilyPages,
  analysisPage,
  panelCausePage,
  checkAnalysisPage,
  agreedAnalysisPage,
  analysisSectionPage,
  ...livePanelPages,
  leadLivePage,
  leadItemPage,
]
