import type { DateObstacle, PanelMeetingId, PanelMeetingKind, PlainDate, PlainTime } from '@cdop/domain'
import type { ReportingYear } from '@cdop/statistics'
import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { panelMeetingKindWords } from '../../wording/quorum-rule-words.ts'
import { writtenCount } from '../../wording/written-count.ts'
import { writtenWeekday } from '../../wording/written-date.ts'

export const planTitle = 'Check the year before you arrange it'

type ToPlan = {
  readonly number: number
  readonly kind: PanelMeetingKind
  readonly wished: PlainDate
  readonly heldOn: PlainDate
  readonly because: DateObstacle | null
  readonly obstacle: DateObstacle | null
  readonly startsAt: PlainTime
  readonly endsAt: PlainTime
  readonly place: string | null
}

export type PlanModel = {
  readonly hidden: Html
  readonly year: ReportingYear
  readonly version: number
  readonly meetings: readonly ToPlan[]
  readonly leftOut: readonly {
    readonly kind: PanelMeetingKind
    readonly wished: PlainDate
    readonly because: DateObstacle
  }[]
  /** Those of the year that are there already. */
  readonly arranged: readonly {
    readonly panelMeetingId: PanelMeetingId
    readonly kind: PanelMeetingKind
    readonly heldOn: PlainDate
  }[]
}

/** What stands in the way of a day. */
const obstacleWords: Readonly<Record<DateObstacle, string>> = {
  over: 'is over',
  'not-in-year': 'is not in this year',
  weekend: 'is at a weekend',
  'bank-holiday': 'is a bank holiday',
  'meeting-already': 'has a panel meeting already',
}

/** Every meeting a plan would arrange, each to be changed, with those that are there; one button arranges them all. */
export function planView(model: PlanModel): Html {
  const { year, meetings, leftOut, arranged, version, hidden } = model
  const blocked = meetings.some(({ obstacle }) => obstacle !== null)
  const to = (page: string) => `/panel-meetings/year/plan/${page}?year=${year.code}`
  return html`<h1 class="govuk-heading-l">${planTitle}</h1>
<p class="govuk-body">${year.label}. Nothing is arranged until you confirm.</p>
${button({ text: 'Add meetings of one kind', href: to('add'), classes: 'govuk-button--secondary' })}
${meetings.length === 0 && html`<p class="govuk-body">No meeting is planned yet.</p>`}
${meetings.length > 0 && scrollRegion('Meetings to arrange', planTable(meetings, to))}
${
  leftOut.length > 0 &&
  html`<h2 class="govuk-heading-m">Days left out</h2>
<ul class="govuk-list govuk-list--bullet">${leftOut.map(
    ({ kind, wished, because }) =>
      html`<li>${panelMeetingKindWords[kind]}: ${writtenWeekday(wished)} ${obstacleWords[because]}${because !== 'over' && because !== 'not-in-year' && ', and no day near it is free'}</li>`,
  )}</ul>`
}
${
  arranged.length > 0 &&
  html`<h2 class="govuk-heading-m">Arranged already</h2>
<ul class="govuk-list govuk-list--bullet">${arranged.map(
    ({ panelMeetingId, kind, heldOn }) =>
      html`<li><a class="govuk-link" href="/panel-meetings/${panelMeetingId}">${writtenWeekday(heldOn)}</a>: ${panelMeetingKindWords[kind].toLowerCase()}</li>`,
  )}</ul>`
}
${blocked && html`<p class="govuk-body">Something stands in the way of a day by now. Change it, then arrange the year.</p>`}
${
  meetings.length > 0 &&
  !blocked &&
  html`<form method="post" novalidate>${hidden}<input type="hidden" name="version" value="${String(version)}">
${button({ text: `Arrange ${writtenCount(meetings.length, 'meeting')}`, name: '_action', value: 'confirm', preventDoubleClick: true })}
</form>`
}`
}

function planTable(meetings: readonly ToPlan[], to: (page: string) => string): Html {
  return table({
    caption: 'Meetings to arrange',
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: ['Date', 'Kind of panel', 'Time', 'Where', 'Why this day', 'Change'].map((text) => ({ text })),
    rows: meetings.map(({ number, kind, wished, heldOn, because, obstacle, startsAt, endsAt, place }) => [
      { text: writtenWeekday(heldOn) },
      { text: panelMeetingKindWords[kind] },
      { text: `${startsAt} to ${endsAt}` },
      { text: place ?? 'Not said' },
      {
        text:
          obstacle !== null
            ? `This day ${obstacleWords[obstacle]} by now: change it`
            : because !== null
              ? `${writtenWeekday(wished)} ${obstacleWords[because]}`
              : wished === heldOn
                ? 'As planned'
                : 'Chosen by hand',
      },
      {
        html: html`<a class="govuk-link" href="${to(String(number))}">Change<span class="govuk-visually-hidden"> ${writtenWeekday(heldOn)}</span></a>`,
      },
    ]),
  })
}
