import { formatPercentWithInterval } from '@cdop/statistics'
import { type Html, html } from '../components/html.ts'
import { scrollRegion, table } from '../components/table.ts'
import type { ExactFigure } from './exact-figure.ts'
import { writtenCount } from './written-statistic.ts'

const tooFew = 'Fewer than 10'

/** What stands beside the counts of a figure: days taken, and the headline if every unknown went one way or the other. */
export function figureDays({ days, bounds }: Pick<ExactFigure, 'days' | 'bounds'>): Html {
  return html`${
    days.length > 0 &&
    scrollRegion(
      'Days from death to review',
      table({
        caption: 'Days from death to review: the middle one, and a quarter and three quarters of them',
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
}`
}
