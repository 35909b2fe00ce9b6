import type { ActionOverview, ActionStanding } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { standingWords } from '../../wording/recommendation-words.ts'

export type Overviews = {
  readonly overview: ActionOverview
  /** By reporting year of agreement, the newest first. */
  readonly years: readonly { readonly year: string; readonly overview: ActionOverview }[]
}

const standings: readonly ActionStanding[] = ['on-time', 'slipped', 'no-progress']

/** "139 (90%)". */
export const counted = ({ count, percent }: ActionOverview[ActionStanding]) =>
  percent === null ? String(count) : `${count} (${percent}%)`

/** How far all actions are, and those agreed in each reporting year. */
export function overviewTable({ overview, years }: Overviews): Html | null {
  if (overview.all === 0) return null
  const columns = [
    { heading: 'All years', of: overview },
    ...years.map(({ year, overview: of }) => ({ heading: year.replace('-', '/'), of })),
  ]
  return html`<h2 class="govuk-heading-m" id="how-far">How far the actions are</h2>
${scrollRegion(
  'How far the actions are',
  table({
    caption: 'Actions by the reporting year they were agreed in',
    captionClasses: 'govuk-table__caption--s',
    firstCellIsHeader: true,
    head: [
      { text: 'Standing' },
      ...columns.map(({ heading }) => ({ text: heading, format: 'numeric' as const })),
    ],
    rows: [
      ...standings.map((standing) => [
        { text: standingWords[standing] },
        ...columns.map(({ of }) => ({ text: counted(of[standing]), format: 'numeric' as const })),
      ]),
      [
        { text: 'All actions' },
        ...columns.map(({ of }) => ({ text: String(of.all), format: 'numeric' as const })),
      ],
    ],
  }),
)}
<p class="govuk-body govuk-!-font-size-16">Actions that are no longer relevant are not counted. Percentages are rounded to whole
numbers.</p>`
}
