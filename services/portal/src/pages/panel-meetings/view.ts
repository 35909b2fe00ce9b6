import type { MeetingStage, PanelMeetingId, PanelMeetingKind, PlainDate } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { scrollRegion, table } from '../../components/table.ts'
import type { VisitedArea } from '../../session/visitor.ts'
import { meetingStageWords } from '../../wording/panel-meeting-words.ts'
import { panelMeetingKindWords } from '../../wording/quorum-rule-words.ts'
import { seatsElsewhere } from '../../wording/seats-elsewhere.ts'
import { writtenDate } from '../../wording/written-date.ts'

export const panelMeetingsTitle = 'Panel meetings'

type MeetingRow = {
  readonly panelMeetingId: PanelMeetingId
  readonly kind: PanelMeetingKind
  readonly heldOn: PlainDate
  readonly stage: MeetingStage
  readonly cases: number
}

export type PanelMeetings = {
  readonly today: PlainDate
  readonly meetings: readonly MeetingRow[]
  readonly mayArrange: boolean
  /** Somebody who reads for the panel: they come back to what they signed from here. */
  readonly readsForPanel: boolean
  /** Somebody who looks at the year: its meetings and their room. */
  readonly seesYear: boolean
  /** Somebody who takes up poor attendance. */
  readonly seesAttendance: boolean
  /** Every area open to this person, and the one they are in. */
  readonly areas: readonly VisitedArea[]
  readonly area: VisitedArea
}

/** The meetings still to come, the next one first, and those held, the latest first. */
export function panelMeetingsView({
  today,
  meetings,
  mayArrange,
  readsForPanel,
  seesYear,
  seesAttendance,
  areas,
  area,
}: PanelMeetings): Html {
  const inOrder = [...meetings].sort((left, right) => (left.heldOn < right.heldOn ? -1 : 1))
  const toCome = inOrder.filter(({ heldOn }) => heldOn >= today)
  const held = inOrder.filter(({ heldOn }) => heldOn < today).reverse()
  return html`<h1 class="govuk-heading-l">${panelMeetingsTitle}</h1>
${seatsElsewhere(areas, area.areaId)}
${area.guest && html`<p class="govuk-body">You are here as a guest. The meeting and its cases are those of ${area.name}.</p>`}
${mayArrange && button({ text: 'Arrange a panel meeting', href: '/panel-meetings/new' })}
${mayArrange && html`<p class="govuk-body"><a class="govuk-link" href="/panel-meetings/invite">Invite the panel to its meetings</a></p>`}
${mayArrange && html`<p class="govuk-body"><a class="govuk-link" href="/regional-meetings">Regional meetings with other areas</a></p>`}
${readsForPanel && html`<p class="govuk-body"><a class="govuk-link" href="/panel-induction">What the panel is for, conflicts of interest and your confidentiality statement</a></p>`}
${seesYear && html`<p class="govuk-body"><a class="govuk-link" href="/panel-meetings/year">Panel meetings over the year</a></p>`}
${seesAttendance && html`<p class="govuk-body"><a class="govuk-link" href="/panel-meetings/attendance">Attendance over the year</a></p>`}
${meetingTable('Meetings to come', toCome, 'No panel meeting is arranged.')}
${meetingTable('Meetings held', held, 'No panel meeting has been held yet.')}`
}

function meetingTable(heading: string, meetings: readonly MeetingRow[], none: string): Html {
  if (meetings.length === 0) {
    return html`<h2 class="govuk-heading-m">${heading}</h2><p class="govuk-body">${none}</p>`
  }
  return scrollRegion(
    heading,
    table({
      caption: heading,
      captionClasses: 'govuk-table__caption--m',
      head: [
        { text: 'Date' },
        { text: 'Kind of panel' },
        { text: 'State' },
        { text: 'Cases on the agenda', format: 'numeric' },
      ],
      rows: meetings.map(({ panelMeetingId, kind, heldOn, stage, cases }) => [
        {
          html: html`<a class="govuk-link" href="/panel-meetings/${panelMeetingId}">${writtenDate(heldOn)}</a>`,
        },
        { text: panelMeetingKindWords[kind] },
        { text: meetingStageWords[stage] },
        { text: cases, format: 'numeric' },
      ]),
    }),
  )
}
