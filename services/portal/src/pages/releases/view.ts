import type { ReleaseStanding } from '@cdop/domain'
import { reportingYearFrom } from '@cdop/statistics'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { select } from '../../components/select.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { writtenTime } from '../../layout/written-time.ts'
import type { Screen } from '../../page/screen.ts'
import { releaseStateWords } from '../../wording/release-words.ts'

export type ReleasesModel = Readonly<{
  /** Nothing for those who may read releases and not build them. */
  build: Readonly<{
    formFields: Html
    years: readonly Readonly<{ value: string; text: string }>[]
    year: string
    errors: readonly ErrorItem[]
  }> | null
  releases: readonly Readonly<{
    releaseId: string
    reportingYear: string
    builtAt: string
    published: number
    withheld: number
    standing: ReleaseStanding
  }>[]
}>

/** The releases of the area, newest first, and the form that builds another. */
export function releasesScreen({ build, releases }: ReleasesModel): Screen {
  return {
    title: 'Releases',
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Releases</h1>
<p class="govuk-body">A release is a set of tables for one reporting year. Small counts are protected, so that nobody
can be recognised. Once somebody else than who built it has signed it, you can publish the tables or send them on.</p>
<p class="govuk-body">A release never changes. If more deaths or reviews become known, build another.</p>
${build !== null && buildForm(build)}
<h2 class="govuk-heading-m">Releases so far</h2>
${releases.length === 0 && html`<p class="govuk-body">There is no release of this area yet.</p>`}
</div></div>
${releases.length > 0 && releasesTable(releases)}`,
  }
}

function buildForm({ formFields, years, year, errors }: NonNullable<ReleasesModel['build']>): Html {
  const [mistake] = errors
  return html`<h2 class="govuk-heading-m">Build a release</h2>
<form method="post" novalidate>
${formFields}
${select({
  name: 'reportingYear',
  id: 'reporting-year',
  label: { text: 'Reporting year' },
  hint: { text: 'From 1 April to 31 March. Figures of a year that still runs are to date.' },
  value: year,
  items: years,
  ...(mistake && { errorMessage: { text: mistake.text } }),
})}
${button({ text: 'Build release', preventDoubleClick: true })}
</form>`
}

function releasesTable(releases: ReleasesModel['releases']): Html {
  return scrollRegion(
    'Releases so far',
    table({
      firstCellIsHeader: true,
      head: [
        { text: 'Reporting year' },
        { text: 'Built' },
        { text: 'State' },
        { text: 'Tables published', format: 'numeric' },
        { text: 'Tables withheld', format: 'numeric' },
      ],
      rows: releases.map(({ releaseId, reportingYear, builtAt, published, withheld, standing }) => {
        const built = writtenTime(new Date(builtAt))
        return [
          {
            html: html`<a class="govuk-link" href="/releases/${releaseId}">${reportingYearFrom(reportingYear).label}<span class="govuk-visually-hidden">, built on ${built}</span></a>`,
          },
          { text: built },
          { text: releaseStateWords[standing.state] },
          { text: published, format: 'numeric' as const },
          { text: withheld, format: 'numeric' as const },
        ]
      }),
    }),
  )
}
