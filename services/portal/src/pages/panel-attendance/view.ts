import type { AttendanceFigure, PanelAgency } from '@cdop/domain'
import type { ReportingYear } from '@cdop/statistics'
import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { select } from '../../components/select.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { progressPicture } from '../../figure-table/progress-picture.ts'
import { agencyWords } from '../../user/role-words.ts'

export const panelAttendanceTitle = 'Attendance at panel meetings'

export type PanelAttendance = {
  readonly year: ReportingYear
  readonly years: readonly { readonly value: string; readonly text: string }[]
  readonly all: AttendanceFigure
  readonly agencies: readonly (AttendanceFigure & { readonly agency: PanelAgency })[]
  readonly notSaid: number
}

const numeric = (text: number | string) => ({ text, format: 'numeric' as const })
const percent = (part: number, whole: number) => `${Math.round((part / whole) * 100)}%`

/** Who was represented and how over a year: a picture of the whole, and the table of agencies behind it. */
export function panelAttendanceView({ year, years, all, agencies, notSaid }: PanelAttendance): Html {
  const picture = progressPicture('attendance', `Attendance at panel meetings, ${year.label.toLowerCase()}`, [
    { text: 'By the primary representative', count: all.primary, fill: '#1d4e5f' },
    { text: 'By a deputy', count: all.deputy, fill: '#8fb5c0' },
    { text: 'Not represented', count: all.notRepresented, fill: '#ffffff' },
  ])
  return html`<h1 class="govuk-heading-l">${panelAttendanceTitle}</h1>
<form method="get" action="/panel-meetings/attendance" novalidate>
${select({ name: 'year', id: 'year', label: { text: 'Reporting year' }, value: year.code, items: [...years] })}
${button({ text: 'Show attendance', classes: 'govuk-button--secondary' })}
</form>
<h2 class="govuk-heading-m">${year.label}</h2>
${
  picture === null
    ? html`<p class="govuk-body">No attendance was recorded for a meeting of this year.</p>`
    : html`<p class="govuk-body">Agencies were represented by their primary representatives in ${percent(all.primary, all.meetings)}
of places at meetings, by deputies in ${percent(all.deputy, all.meetings)}. A place is one agency of the panel at one meeting.</p>
${picture}
${scrollRegion(panelAttendanceTitle, agencyTable({ agencies, all }))}`
}
${
  notSaid > 0 &&
  html`<p class="govuk-body">${notSaid === 1 ? 'One meeting is' : `${notSaid} meetings are`} not in these figures: it was not asked
then who came as a deputy. Saving the attendance of a meeting again adds it.</p>`
}
<p class="govuk-body">For use within the area. Who was in conflict with a case is in no figure.</p>`
}

function agencyTable({ agencies, all }: Pick<PanelAttendance, 'agencies' | 'all'>): Html {
  const row = (text: string, { meetings, primary, deputy, notRepresented }: AttendanceFigure) => [
    { text },
    ...[meetings, primary, deputy, notRepresented, percent(primary, meetings)].map(numeric),
  ]
  return table({
    caption: 'Each agency',
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: [
      { text: 'Agency' },
      ...['Meetings', 'Primary representative', 'Deputy', 'Not represented', 'By primary'].map(numeric),
    ],
    rows: [
      ...agencies.map(({ agency, ...figure }) => row(agencyWords[agency], figure)),
      row('All places', all),
    ],
  })
}
