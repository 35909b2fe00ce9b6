import type { PlainDate } from '@cdop/domain'
import type { SummarySection } from '@cdop/forms'
import { type Html, html } from '../../components/html.ts'
import { summaryList } from '../../components/summary-list.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { answerSections } from '../answer-sections.ts'
import { type RequestRow, requestState } from '../case-requests/view.ts'

export type RequestModel = RequestRow & {
  readonly returnedAt: string | null
  readonly sections: readonly SummarySection[]
  readonly today: PlainDate
}

/** What one agency returned, in the form's own words. */
export function requestView(model: RequestModel): Html {
  const { organisationName, sentOn, dueOn, returnedAt, sections, today } = model
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Returned form</h1>
${summaryList({
  rows: [
    { key: { text: 'Organisation' }, value: { text: organisationName } },
    { key: { text: 'Sent' }, value: { text: writtenDate(sentOn) } },
    { key: { text: 'Due' }, value: { text: writtenDate(dueOn) } },
    {
      key: { text: 'State' },
      value: {
        text:
          returnedAt === null
            ? requestState(model, today)
            : `Returned on ${writtenTime(new Date(returnedAt))}`,
      },
    },
  ],
})}
${sections.length === 0 ? html`<p class="govuk-body">Nothing has been returned yet.</p>` : answerSections(sections)}
</div></div>`
}
