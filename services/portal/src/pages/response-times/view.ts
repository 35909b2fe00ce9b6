import type { OrganisationKind, PlainDate } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { organisationKindWords } from '../../wording/organisation-kind-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { rangeChart } from './range-chart.ts'

type Answering = {
  readonly asked: number
  readonly answered: number
  readonly overdue: number
  readonly days: { readonly median: number; readonly low: number; readonly high: number } | null
  readonly onTime: number | null
  readonly completeness: number | null
}

export type ResponseTimesModel = {
  readonly from: PlainDate
  readonly until: PlainDate
  readonly all: Answering
  readonly rows: readonly (Answering & {
    readonly organisationId: string
    readonly organisationName: string
    readonly organisationKind: OrganisationKind
  })[]
}

export const responseTimesTitle = 'Response times of agencies'

/** As many as a picture is read with: the slowest. */
const MOST_BARS = 12
const TOO_FEW = 'Too few to say'

/** How long each agency takes, and how often in time: a picture, and the table behind it. */
export function responseTimesView({ from, until, all, rows }: ResponseTimesModel): Html {
  const bars = rows.flatMap(({ organisationName: label, days }) =>
    days === null ? [] : [{ label, ...days }],
  )
  return html`<h1 class="govuk-heading-l">${responseTimesTitle}</h1>
<p class="govuk-body">Requests sent from ${writtenDate(from)} to ${writtenDate(until)}, without those recalled or sent on
to somebody else. For use within the area: agencies are named, and nothing is said of fewer than five answers.</p>
${rows.length === 0 && html`<p class="govuk-body">No agency was asked in this time.</p>`}
${
  bars.length > 0 &&
  html`<h2 class="govuk-heading-m">Days until the answer</h2>
<p class="govuk-body">The agency’s own days: until its answer came first. How long it then lay here until somebody accepted it
does not count. The line is the middle of the answers that came; half of them lie within the bar.${
    bars.length > MOST_BARS && ` The ${MOST_BARS} slowest are shown.`
  }</p>
${rangeChart('response-times', 'Days until each agency answered', bars.slice(0, MOST_BARS))}`
}
${
  rows.length > 0 &&
  scrollRegion(
    responseTimesTitle,
    table({
      caption: 'Each agency, the slowest first',
      captionClasses: 'govuk-table__caption--m',
      head: [
        { text: 'Organisation' },
        { text: 'Kind' },
        ...['Asked', 'Answered', 'Overdue', 'Days (middle half)', 'In time', 'Questions answered'].map(
          (text) => ({ text, format: 'numeric' as const }),
        ),
      ],
      firstCellIsHeader: true,
      rows: [
        ...rows.map((row) => [
          {
            html: html`<a class="govuk-link" href="/organisations/${row.organisationId}">${row.organisationName}</a>`,
          },
          { text: organisationKindWords[row.organisationKind] },
          ...figures(row),
        ]),
        [{ text: 'All agencies' }, { text: '' }, ...figures(all)],
      ],
    }),
  )
}
<p class="govuk-body">In time: of what was answered or is overdue, the share that was answered by its date. Questions
answered: of the questions of the forms returned, the share that was answered or said not to be known. What still waits
for its date counts for neither.</p>
<p class="govuk-body"><a class="govuk-link" href="/cases?view=gathering">Cases that are being gathered</a></p>`
}

const percent = (share: number | null) => (share === null ? TOO_FEW : `${Math.round(share * 100)}%`)

function figures({ asked, answered, overdue, days, onTime, completeness }: Answering) {
  const [middle, low, high] = [days?.median ?? 0, days?.low ?? 0, days?.high ?? 0].map(Math.round)
  return [
    { text: asked, format: 'numeric' as const },
    { text: answered, format: 'numeric' as const },
    { text: overdue, format: 'numeric' as const },
    {
      text: days === null ? TOO_FEW : `${middle} (${low} to ${high})`,
      format: 'numeric' as const,
    },
    { text: percent(onTime), format: 'numeric' as const },
    { text: percent(completeness), format: 'numeric' as const },
  ]
}
