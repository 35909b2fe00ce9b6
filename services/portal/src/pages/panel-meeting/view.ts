import type {
  AgeBand,
  AttendedAs,
  CancelMeetingReason,
  CaseId,
  CaseReference,
  CaseState,
  PanelAgency,
  PanelMeetingId,
  PlainDate,
  PlainTime,
  Quorum,
} from '@cdop/domain'
import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { notificationBanner } from '../../components/notification-banner.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { agencyWords } from '../../user/role-words.ts'
import { ageBandWords, caseStateWords } from '../../wording/case-words.ts'
import { agendaLengthWords, cancelReasonWords } from '../../wording/panel-meeting-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { writtenMonth } from '../../wording/written-month.ts'
import { supportContacts } from '../panel-induction/support.ts'
import { type Apologies, apologiesSection } from './apologies.ts'
import { quorumWords } from './quorum-words.ts'
import { type Progress, progressWords, readWords } from './reading-progress.ts'
import { type Signing, statementsOf } from './statements.ts'

/** What a page about a meeting is called: its date tells meetings apart. */
export const meetingTitle = (heldOn: PlainDate) => `Panel meeting on ${writtenDate(heldOn)}`

type AgendaItem = {
  readonly caseId: CaseId
  readonly reference: CaseReference
  readonly ageBand: AgeBand
  readonly monthOfDeath: string
  readonly state: CaseState
  readonly minutes: number
  readonly quorum: Quorum
}

export type Present = {
  readonly name: string
  readonly agency: PanelAgency
  readonly attendedAs: AttendedAs | null
}

export type PanelMeeting = {
  readonly panelMeetingId: PanelMeetingId
  readonly heldOn: PlainDate
  /** What the panel meets as and when it is quorate, in words. */
  readonly quorumRule: string
  readonly today: PlainDate
  readonly startsAt: PlainTime | null
  readonly endsAt: PlainTime | null
  readonly place: string | null
  /** For whoever arranges meetings: cases that wait for their summary. */
  readonly proposed: readonly Pick<AgendaItem, 'caseId' | 'reference' | 'ageBand' | 'monthOfDeath'>[] | null
  readonly cancelled: { readonly reason: CancelMeetingReason } | null
  readonly agenda: readonly AgendaItem[]
  /** For whoever arranges meetings; members see the agenda only. */
  readonly attendance: readonly Present[] | null
  /** How the panel's confidentiality statements stand, for whoever arranges meetings. */
  readonly statements: readonly Signing[] | null
  /** Where a case is opened: the panel's reading view, or the coordinator's own page of it. */
  readonly caseHref: (caseId: CaseId) => string
  readonly mayAnalyse: boolean
  /** The panel has met, and this person may record that it put a case back. */
  readonly mayDefer: boolean
  /** How far this person is in reading for it; null for whoever does not read for the panel. */
  readonly progress: Progress | null
  readonly apologies: Apologies
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
${progress !== null && agenda.length > 0 && html`<p class="govuk-body">${progressWords(progress)}</p>`}
${agenda.length === 0 ? emptyAgenda : scrollRegion('Agenda', agendaTable(meeting))}
${
  meeting.mayBuildPack &&
  html`<p class="govuk-body"><a class="govuk-link" href="/panel-meetings/${meeting.panelMeetingId}/pack">Pack for the panel</a></p>`
}
${agenda.length > 0 && interestLinks(meeting)}
${meeting.cancelled === null && meeting.proposed !== null && proposedList(meeting.panelMeetingId, meeting.proposed)}
${attendance !== null && meeting.cancelled === null && attendanceList(meeting, attendance)}
${statements !== null && meeting.cancelled === null && statementsOf(statements, heldOn > today)}
${apologiesSection(meeting.panelMeetingId, meeting.apologies)}
${progress !== null && ownNotes(meeting)}
${attendance !== null && notesHold(meeting)}
<h2 class="govuk-heading-m">Where to find support</h2>
<p class="govuk-body">Reading and speaking about the death of a child is hard, also afterwards.</p>
${supportContacts}
${pause !== null && html`<p class="govuk-body">The meeting ended with a pause. ${pause}</p>`}
${pause === null && meeting.mayDefer && endWithPause(meeting)}`
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

const emptyAgenda = html`<h2 class="govuk-heading-m">Agenda</h2>
<p class="govuk-body">No case is on the agenda yet. A coordinator lists a case from its own page.</p>`

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

function proposedList(
  panelMeetingId: PanelMeetingId,
  proposed: readonly Pick<AgendaItem, 'caseId' | 'reference' | 'ageBand' | 'monthOfDeath'>[],
): Html {
  return html`${
    proposed.length > 0 &&
    html`<h2 class="govuk-heading-m">Proposed for this meeting</h2>
<p class="govuk-body">A case comes on the agenda when its summary is written.</p>
<ul class="govuk-list govuk-list--bullet">${proposed.map(
      ({ caseId, reference, ageBand, monthOfDeath }) =>
        html`<li><a class="govuk-link" href="/cases/${caseId}/panel?meeting=${panelMeetingId}">Write the summary of case ${reference}</a>, ${ageBandWords[
          ageBand
        ].toLowerCase()}, died in ${writtenMonth(monthOfDeath)}</li>`,
    )}</ul>`
  }
<p class="govuk-body"><a class="govuk-link" href="/panel-meetings/${panelMeetingId}/propose">Have an agenda proposed</a></p>`
}

function agendaTable({
  panelMeetingId,
  agenda,
  attendance,
  caseHref,
  mayAnalyse,
  mayDefer,
  progress,
  heldOn,
  today,
}: PanelMeeting): Html {
  const base = `/panel-meetings/${panelMeetingId}/cases`
  // What is missing for one case says who is in conflict with it: of whoever only reads, nobody needs to know.
  const shown = heldOn <= today
  const mayKnowQuorum = attendance !== null || mayAnalyse
  return table({
    caption: 'Agenda',
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: [
      { text: 'Case' },
      { text: 'Age at death' },
      { text: 'Died in' },
      { text: 'Minutes', format: 'numeric' as const },
      ...(progress === null ? [] : [{ text: 'Reading' }]),
      ...(mayKnowQuorum ? [{ text: 'Quorum' }] : []),
      ...(mayAnalyse ? [{ text: 'Analysis' }] : []),
      ...(mayDefer ? [{ text: 'Outcome' }] : []),
      ...(shown ? [{ text: 'Shared screen' }] : []),
    ],
    rows: agenda.map(({ caseId, reference, ageBand, monthOfDeath, state, minutes, quorum }) => [
      { html: html`<a class="govuk-link" href="${caseHref(caseId)}">${reference}</a>` },
      { text: ageBandWords[ageBand] },
      { text: writtenMonth(monthOfDeath) },
      { text: minutes, format: 'numeric' as const },
      ...(progress === null ? [] : [readWords(progress.get(caseId), { reference, href: caseHref(caseId) })]),
      ...(mayKnowQuorum ? [{ text: quorumWords(quorum) }] : []),
      ...(mayAnalyse
        ? [
            {
              html: html`<a class="govuk-link" href="${base}/${caseId}/analysis">Analysis form<span class="govuk-visually-hidden"> of case ${reference}</span></a>`,
            },
          ]
        : []),
      ...(mayDefer
        ? [
            state === 'listed'
              ? {
                  html: html`<a class="govuk-link" href="${base}/${caseId}/defer">Put back<span class="govuk-visually-hidden"> case ${reference}</span></a>`,
                }
              : { text: caseStateWords[state] },
          ]
        : []),
      ...(shown
        ? [
            {
              html: html`<a class="govuk-link" href="${base}/${caseId}/live/screen">Show<span class="govuk-visually-hidden"> the live panel on case ${reference}</span></a>`,
            },
          ]
        : []),
    ]),
  })
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
