import { reportingYearFrom } from '@cdop/statistics'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { select } from '../../components/select.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import type { annualReport } from './asked-report.ts'
import { reportTitle } from './asked-report.ts'

export const annualReportsTitle = 'Annual reports'

type Listed = Awaited<ReturnType<ReturnType<typeof annualReport>['list']['query']>>

export type AnnualReportsModel = Listed & {
  readonly hidden: Html
  readonly mayBegin: boolean
  readonly errors: readonly ErrorItem[]
}

/** The reports of an area, and the form that begins one. */
export function annualReportsView({ reports, releases, hidden, mayBegin, errors }: AnnualReportsModel): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${annualReportsTitle}</h1>
<p class="govuk-body">The law asks each area to publish what it did, what it learnt and what came of it. Every figure of a report is read
from one release. Chair and independent scrutineer sign it, and a third person publishes it.</p>
${reports.length === 0 && html`<p class="govuk-body">No report has been begun in this area yet.</p>`}
</div></div>
${
  reports.length > 0 &&
  scrollRegion(
    'Reports of this area',
    table({
      caption: 'Reports of this area',
      captionClasses: 'govuk-table__caption--m',
      firstCellIsHeader: true,
      head: [{ text: 'Report' }, { text: 'Begun' }, { text: 'Published' }],
      rows: reports.map((head) => [
        {
          html: html`<a class="govuk-link" href="/annual-reports/${head.reportId}">${reportTitle(head)}</a>`,
        },
        { text: writtenTime(new Date(head.begunAt)) },
        { text: head.publishedAt === null ? 'Not yet' : writtenTime(new Date(head.publishedAt)) },
      ]),
    }),
  )
}
${
  mayBegin &&
  html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h2 class="govuk-heading-m">Begin a report</h2>
${
  releases.length === 0
    ? html`<p class="govuk-body">Build a release first: a report is read from one.</p>`
    : html`<p class="govuk-body">It begins with the text of the last report that was published. Each section is marked until somebody has
looked at it.</p>
<form method="post" novalidate>${hidden}
${select({
  id: 'releaseId',
  name: 'releaseId',
  label: { text: 'Release it is read from', classes: 'govuk-label--s' },
  errorMessage: errorOf(errors, 'releaseId'),
  items: releases.map(({ releaseId, reportingYear, builtAt }) => ({
    value: releaseId,
    text: `${reportingYearFrom(reportingYear).label}, built ${writtenTime(new Date(builtAt))}`,
  })),
})}
${button({ text: 'Begin the report', preventDoubleClick: true })}
</form>`
}
</div></div>`
}`
}
