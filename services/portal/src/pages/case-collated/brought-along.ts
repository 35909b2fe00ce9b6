import type { CaseReviewRouter } from '@cdop/case-review/api'
import type { clientOf } from '@cdop/rpc'
import { details } from '../../components/details.ts'
import { type Html, html } from '../../components/html.ts'
import { summaryList } from '../../components/summary-list.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { typedText } from '../../wording/typed-text.ts'
import { writtenDate } from '../../wording/written-date.ts'

type CaseReview = ReturnType<typeof clientOf<CaseReviewRouter>>
type Brought = Awaited<ReturnType<CaseReview['openCases']['origin']['query']>>

/** Where a case came from that was open elsewhere, and what agencies said there that no question here asks. */
export function broughtAlong({ origin, kept }: Brought): Html {
  if (origin === null) return html``
  const returns = kept.filter(({ notMapped }) => notMapped.length > 0)
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h2 class="govuk-heading-m">From the system before</h2>
<p class="govuk-body">Taken over on ${writtenTime(new Date(origin.takenAt))}. Its reference there was ${typedText(origin.oldReference)}.</p>
${origin.documentsNotTaken > 0 && html`<p class="govuk-body">${origin.documentsNotTaken.toLocaleString('en-GB')} of its documents were not taken over.</p>`}
${returns.map(({ number, name, version, returnedOn, notMapped }) =>
  details({
    summaryText: `${[number, name, version].filter((word) => word !== null).join(' ')}, returned ${writtenDate(returnedOn)}: answers without a question here`,
    html: summaryList({
      rows: notMapped.map(({ heading, text }) => ({ key: { text: heading }, value: { text } })),
    }),
  }),
)}
</div></div>`
}
