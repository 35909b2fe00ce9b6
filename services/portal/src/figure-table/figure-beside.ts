import { formatPercentWithInterval, reportingYearFrom } from '@cdop/statistics'
import { type Html, html } from '../components/html.ts'
import { scrollRegion, table } from '../components/table.ts'
import type { ExactFigure } from './exact-figure.ts'
import { writtenCount } from './written-statistic.ts'

const tooFew = 'Fewer than 10'

const units: Readonly<Record<ExactFigure['national'][number]['unit'], string>> = {
  deaths: 'deaths',
  reviews: 'reviews',
  'per-100,000-children': 'per 100,000 children',
  'per-1,000-live-births': 'per 1,000 live births',
  'per-1,000-infants': 'per 1,000 infants',
  'per-cent': '%',
}

/**
 * What stands beside the counts of a figure: days taken, the headline if every unknown went one way or the other, and what was
 * printed of England.
 */
export function figureBeside({
  days,
  bounds,
  national,
}: Pick<ExactFigure, 'days' | 'bounds' | 'national'>): Html {
  return html`${
    days.length > 0 &&
    scrollRegion(
      'Days from death',
      table({
        caption: 'Days from death: the middle one, and a quarter and three quarters of them',
        captionClasses: 'govuk-table__caption--s',
        firstCellIsHeader: true,
        head: [
          { text: 'Reviews' },
          { text: 'Number', format: 'numeric' },
          { text: 'Median', format: 'numeric' },
          { text: 'Lower quartile', format: 'numeric' },
          { text: 'Upper quartile', format: 'numeric' },
        ],
        rows: days.map(({ label, reviews, quartiles }) => [
          { text: label },
          { text: writtenCount(reviews), format: 'numeric' as const },
          ...(['median', 'low', 'high'] as const).map((which) => ({
            text: quartiles === null ? tooFew : String(Math.round(quartiles[which])),
            format: 'numeric' as const,
          })),
        ]),
      }),
    )
  }
${
  bounds.length > 0 &&
  scrollRegion(
    'Headline and what is not known',
    table({
      caption: 'The headline of those known, and if every unknown went one way or the other (95% interval)',
      captionClasses: 'govuk-table__caption--s',
      firstCellIsHeader: true,
      head: [
        { text: 'Headline' },
        { text: 'Of those known', format: 'numeric' },
        { text: 'If none of the unknown', format: 'numeric' },
        { text: 'If all of the unknown', format: 'numeric' },
      ],
      rows: bounds.map(({ label, ofKnown, least, most }) => [
        { text: label },
        ...[ofKnown, least, most].map((share) => ({
          text: formatPercentWithInterval(share),
          format: 'numeric' as const,
        })),
      ]),
    }),
  )
}
${
  national.length > 0 &&
  scrollRegion(
    'England, as printed',
    table({
      caption:
        'England, as printed. Each figure is of the release named; groups keep the name they were printed with',
      captionClasses: 'govuk-table__caption--s',
      firstCellIsHeader: true,
      head: [
        { text: 'Reporting year' },
        { text: 'Counted' },
        { text: 'England', format: 'numeric' },
        { text: 'Release' },
      ],
      rows: national.map(({ reportingYear, label, value, unit, release }) => [
        { text: reportingYearFrom(reportingYear).label },
        { text: label },
        { text: `${value.toLocaleString('en-GB')} ${units[unit]}`, format: 'numeric' as const },
        { text: release },
      ]),
    }),
  )
}`
}
