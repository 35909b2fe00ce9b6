import type { MeetingStage, MonthOfCases, PanelMeetingId, PanelMeetingKind, PlainDate } from '@cdop/domain'
import type { ReportingYear } from '@cdop/statistics'
import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { notificationBanner } from '../../components/notification-banner.ts'
import { select } from '../../components/select.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { meetingStageWords, writtenMinutes } from '../../wording/panel-meeting-words.ts'
import { panelMeetingKindWords } from '../../wording/quorum-rule-words.ts'
import { writtenCount } from '../../wording/written-count.ts'
import { writtenWeekday } from '../../wording/written-date.ts'
import { writtenMonth } from '../../wording/written-month.ts'
import { planPath } from './asked-year.ts'
import { yearPicture } from './year-picture.ts'

export const panelYearTitle = 'Panel meetings over the year'

type MeetingInYear = {
  readonly panelMeetingId: PanelMeetingId
  readonly kind: PanelMeetingKind
  readonly heldOn: PlainDate
  readonly stage: MeetingStage
  readonly cases: number
  readonly minutesLeft: number | null
  readonly roomFor: number | null
}

export type PanelYear = {
  readonly year: ReportingYear
  readonly years: readonly { readonly value: string; readonly text: string }[]
  readonly today: PlainDate
  readonly meetings: readonly MeetingInYear[]
  /** Month by month; null for whoever is not told. */
  readonly waiting: readonly MonthOfCases[] | null
  readonly mayPlan: boolean
  /** How many meetings were arranged a moment ago. */
  readonly arranged: number
}

const numeric = (text: number | string) => ({ text, format: 'numeric' as const })

/** A year of panels: a picture of its months, its meetings with their room, and the cases that need it. */
export function panelYearView(model: PanelYear): Html {
  const { year, years, meetings, waiting, mayPlan, arranged } = model
  return html`<h1 class="govuk-heading-l">${panelYearTitle}</h1>
${arranged > 0 && notificationBanner({ type: 'success', text: `${writtenCount(arranged, 'meeting')} arranged. You can invite the panel to them.` })}
<form method="get" action="/panel-meetings/year" novalidate>
${select({ name: 'year', id: 'year', label: { text: 'Reporting year' }, value: year.code, items: [...years] })}
${button({ text: 'Show the year', classes: 'govuk-button--secondary' })}
</form>
<h2 class="govuk-heading-m">${year.label}</h2>
${mayPlan && html`<p class="govuk-body"><a class="govuk-link" href="${planPath(year)}">Plan meetings of this year</a></p>`}
${mayPlan && meetings.length > 0 && html`<p class="govuk-body"><a class="govuk-link" href="/panel-meetings/invite">Invite the panel to its meetings</a></p>`}
${meetings.length === 0 && html`<p class="govuk-body">No panel meeting of this year is arranged.</p>`}
${waiting !== null && html`<p class="govuk-body">${roomWords(model, waiting)}</p>`}
${(meetings.length > 0 || waiting !== null) && yearPicture(`${panelYearTitle}, ${year.label.toLowerCase()}`, monthsOf(model))}
${meetings.length > 0 && scrollRegion('Meetings of the year', meetingTable(meetings))}
${waiting !== null && scrollRegion('Cases that wait for a panel', waitingTable(waiting))}`
}

function monthsOf({ year, meetings, waiting }: PanelYear) {
  const from = Number(year.code.slice(0, 4))
  return Array.from({ length: 12 }, (_, at) => {
    const month = `${at < 9 ? from : from + 1}-${String(((at + 3) % 12) + 1).padStart(2, '0')}`
    const due = waiting?.find((one) => one.month === month)
    return {
      text: writtenMonth(month),
      stages: meetings.filter(({ heldOn }) => heldOn.startsWith(month)).map(({ stage }) => stage),
      due: due === undefined ? null : due.ready + due.expected,
    }
  })
}

/** How the cases that need a panel stand to the room of the meetings to come. */
function roomWords({ meetings, today, year }: PanelYear, waiting: readonly MonthOfCases[]): string {
  const sum = (key: 'ready' | 'expected') => waiting.reduce((all, one) => all + one[key], 0)
  const toCome = meetings.filter(({ heldOn, stage }) => heldOn >= today && stage !== 'cancelled')
  const room = toCome.reduce((all, one) => all + (one.roomFor ?? 0), 0)
  const untimed = toCome.filter(({ roomFor }) => roomFor === null).length
  const [ready, expected] = [sum('ready'), sum('expected')]
  const need = ready + expected
  const have = `${writtenCount(ready, 'case is', 'cases are')} ready for a panel and ${expected} expected by ${year.label.replace('Year ending ', '')}, if time limits are kept.`
  const room1 = `The meetings to come have room for ${writtenCount(room, 'case')} more${
    untimed > 0 ? `; of ${writtenCount(untimed, 'meeting')} nobody has said how long it is` : ''
  }.`
  return `${have} ${room1}${need > room ? ` That is ${need - room} too few.` : ''}`
}

function meetingTable(meetings: readonly MeetingInYear[]): Html {
  return table({
    caption: 'Meetings of the year',
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: [
      ...['Date', 'Kind of panel', 'State'].map((text) => ({ text })),
      ...['Cases', 'Time left', 'Room for more cases'].map(numeric),
    ],
    rows: meetings.map(({ panelMeetingId, heldOn, kind, stage, cases, minutesLeft, roomFor }) => {
      const open = stage === 'planned' || stage === 'agenda-set'
      return [
        {
          html: html`<a class="govuk-link" href="/panel-meetings/${panelMeetingId}">${writtenWeekday(heldOn)}</a>`,
        },
        { text: panelMeetingKindWords[kind] },
        { text: meetingStageWords[stage] },
        numeric(cases),
        numeric(!open ? 'None' : minutesLeft === null ? 'Not said' : writtenMinutes(minutesLeft)),
        numeric(!open ? 'None' : (roomFor ?? 'Not said')),
      ]
    }),
  })
}

function waitingTable(waiting: readonly MonthOfCases[]): Html {
  return table({
    caption: 'Cases that wait for a panel, by the month in which their time limit ends',
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: [{ text: 'Month' }, ...['Ready', 'Expected'].map(numeric)],
    rows: waiting.map(({ month, ready, expected }) => [
      { text: writtenMonth(month) },
      numeric(ready),
      numeric(expected),
    ]),
  })
}
