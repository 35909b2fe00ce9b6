import type { AttendedAs, CancelMeetingReason, PanelAgency, PlainDate, PlainTime } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { notificationBanner } from '../../components/notification-banner.ts'
import { scrollRegion } from '../../components/table.ts'
import { agencyWords } from '../../user/role-words.ts'
import { packOpeningWords } from '../../wording/pack-opening-words.ts'
import { agendaLengthWords, cancelReasonWords } from '../../wording/panel-meeting-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { supportContacts } from '../panel-induction/support.ts'
import { type Agenda, agendaTable, emptyAgenda, type ProposedCase, proposedList } from './agenda.ts'
import { type Apologies, apologiesSection } from './apologies.ts'
import { type Invitations, invitationsSection } from './invitations.ts'
import { type Progress, progressWords } from './reading-progress.ts'
import { type Signing, statementsOf } from './statements.ts'

/** What a page about a meeting is called: its date tells meetings apart. */
export const meetingTitle = (heldOn: PlainDate) => `Panel meeting on ${writtenDate(heldOn)}`

export type Present = {
  readonly name: string
  readonly agency: PanelAgency
  readonly attendedAs: AttendedAs | null
}

export type PanelMeeting = Agenda & {
  /** What the panel meets as and when it is quorate, in words. */
  readonly quorumRule: string
  /** By when the pack is to be released. */
  readonly packDueOn: PlainDate
  readonly startsAt: PlainTime | null
  readonly endsAt: PlainTime | null
  readonly place: string | null
  /** For whoever arranges meetings: cases that wait for their summary. */
  readonly proposed: readonly ProposedCase[] | null
  readonly cancelled: { readonly reason: CancelMeetingReason } | null
  /** For whoever arranges meetings; members see the agenda only. */
  readonly attendance: readonly Present[] | null
  /** How the panel's confidentiality statements stand, for whoever arranges meetings. */
  readonly statements: readonly Signing[] | null
  readonly apologies: Apologies
  /** Who was invited, for whoever arranges meetings and the chair. */
  readonly invitations: Invitations | null
  readonly conflictDeclared: boolean
  /** Who recorded that the meeting ended with a pause, and when; null while nobody has. */
  readonly pause: string | null
  /** This person may have the pack built, decide on what is doubtful in it and sign it. */
  readonly mayBuildPack: boolean
  /** This person records whose interest in a case is what, and says their own. */
  readonly mayRecordConflicts: boolean
  readonly mayDeclare: boolean
}

export function panelMeetingView(meeting: PanelMeeting): Html {
  const { heldOn, today, quorumRule, agenda, attendance, statements, progress, pause } = meeting
  return html`<h1 class="govuk-heading-l">${meetingTitle(heldOn)}</h1>
${
  meeting.conflictDeclared &&
  notificationBanner({
    type: 'success',
    text: 'You declared a conflict of interest. The case is closed to you from now on.',
  })
}
${whenAndWhere(meeting)}
<p class="govuk-body">${quorumRule}</p>
${progress !== null && agenda.length > 0 && reading(meeting, progress)}
${agenda.length === 0 ? emptyAgenda : scrollRegion('Agenda', agendaTable(meeting))}
${
  meeting.mayBuildPack &&
  html`<p class="govuk-body"><a class="govuk-link" href="/panel-meetings/${meeting.panelMeetingId}/pack">Pack for the panel</a></p>`
}
${agenda.length > 0 && interestLinks(meeting)}
${meeting.cancelled === null && meeting.proposed !== null && proposedList(meeting.panelMeetingId, meeting.proposed)}
${attendance !== null && meeting.cancelled === null && attendanceList(meeting, attendance)}
${statements !== null && meeting.cancelled === null && statementsOf(statements, heldOn > today)}
${meeting.invitations !== null && invitationsSection(meeting, meeting.invitations)}
${apologiesSection(meeting.panelMeetingId, meeting.apologies)}
${progress !== null && ownNotes(meeting)}
${attendance !== null && notesHold(meeting)}
<h2 class="govuk-heading-m">Where to find support</h2>
<p class="govuk-body">Reading and speaking about the death of a child is hard, also afterwards.</p>
${supportContacts}
${pause !== null && html`<p class="govuk-body">The meeting ended with a pause. ${pause}</p>`}
${pause === null && meeting.mayDefer && endWithPause(meeting)}`
}

/** How far somebody is in reading, and why they do not read what is not open: of the agenda's first case that is not. */
function reading({ agenda, ...dates }: PanelMeeting, progress: Progress): Html {
  const openings = agenda.map(({ pack }) => pack)
  const closed = openings.find((pack) => pack !== 'open') ?? 'open'
  return html`${openings.includes('open') && html`<p class="govuk-body">${progressWords(progress)}</p>`}
${closed !== 'open' && insetText({ text: packOpeningWords(closed, dates) })}`
}

const ownNotes = ({ panelMeetingId }: PanelMeeting) =>
  html`<p class="govuk-body"><a class="govuk-link" href="/panel-meetings/${panelMeetingId}/private-notes.txt" download>Take your private notes with you (text file)</a></p>`

const notesHold = ({ panelMeetingId }: PanelMeeting) =>
  html`<p class="govuk-body"><a class="govuk-link" href="/panel-meetings/${panelMeetingId}/private-notes">Private notes of members: legal hold</a></p>`

const endWithPause = ({ panelMeetingId }: PanelMeeting) =>
  html`<p class="govuk-body"><a class="govuk-link" href="/panel-meetings/${panelMeetingId}/pause">End the meeting with a pause</a></p>`

function whenAndWhere(meeting: PanelMeeting): Html {
  const { panelMeetingId, cancelled, startsAt, endsAt, place, attendance, agenda } = meeting
  if (cancelled !== null) {
    return insetText({
      text: `This meeting was cancelled. ${cancelReasonWords[cancelled.reason]}. Its cases are ready for another panel.`,
    })
  }
  const lengths = agenda.map(({ minutes }) => minutes)
  return html`${startsAt !== null && endsAt !== null && html`<p class="govuk-body">From ${startsAt} to ${endsAt}</p>`}
${place !== null && html`<p class="govuk-body">Where: ${place}</p>`}
${agenda.length > 0 && html`<p class="govuk-body">${agendaLengthWords(lengths, meeting)}</p>`}
${
  attendance !== null &&
  html`<p class="govuk-body">${
    agenda.length > 0 &&
    html`<a class="govuk-link" href="/panel-meetings/${panelMeetingId}/agenda">Order and minutes of the cases</a><br>`
  }<a class="govuk-link" href="/panel-meetings/${panelMeetingId}/change">Change or cancel the meeting</a></p>`
}`
}

function interestLinks({ panelMeetingId, mayRecordConflicts, mayDeclare }: PanelMeeting): Html {
  const base = `/panel-meetings/${panelMeetingId}`
  return html`${
    mayDeclare &&
    html`<p class="govuk-body"><a class="govuk-link" href="${base}/interests">Say whether you had to do with any of these
cases</a></p>`
  }${
    mayRecordConflicts &&
    html`<p class="govuk-body"><a class="govuk-link" href="${base}/conflicts">Conflicts of interest of the panel</a></p>`
  }`
}

function attendanceList(
  { panelMeetingId, heldOn, today }: PanelMeeting,
  attendance: readonly Present[],
): Html {
  const recorded = attendance.length > 0
  return html`<h2 class="govuk-heading-m">Attendance</h2>
${!recorded && html`<p class="govuk-body">${notYetRecorded(heldOn, today)}</p>`}
${
  recorded &&
  html`<ul class="govuk-list govuk-list--bullet">${attendance.map(
    ({ name, agency, attendedAs }) =>
      html`<li>${name} (${agencyWords[agency].toLowerCase()}${attendedAs === 'deputy' && ', as a deputy'})</li>`,
  )}</ul>`
}
${
  heldOn <= today &&
  button({
    text: recorded ? 'Change attendance' : 'Record attendance',
    href: `/panel-meetings/${panelMeetingId}/attendance`,
    classes: 'govuk-button--secondary',
  })
}`
}

function notYetRecorded(heldOn: PlainDate, today: PlainDate): string {
  return heldOn > today
    ? 'You can record who attended from the day of the meeting.'
    : 'No attendance is recorded yet.'
}
