import { reportingYearFrom } from '@cdop/statistics'
import { type Html, html } from '../../components/html.ts'
import { summaryList } from '../../components/summary-list.ts'
import { figureNotes } from '../../figure-table/figure-notes.ts'
import { figureTable } from '../../figure-table/figure-table.ts'
import { publishedFigure } from '../../figure-table/published-figure.ts'
import { denominatorsBelow } from '../../figure-table/released-denominators.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { capacityWords } from '../../wording/annual-report-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { type annualReport, sectionOf } from '../annual-reports/asked-report.ts'
import { shorthand } from '../release/shorthand.ts'

/** A published report with the tables of its release. */
export type PublishedModel = Awaited<ReturnType<ReturnType<typeof annualReport>['readPublished']['query']>>

/** A report as its readers get it: its words as they were published, each section with its protected tables. */
export function publishedView({ head, report, contentHash, tables, denominators }: PublishedModel): Html {
  const published = tables.flatMap((found) => (found.outcome === 'published' ? [found] : []))
  const [first] = published
  const row = (key: string, text: string) => ({ key: { text: key }, value: { text } })
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${report.title}</h1>
${summaryList({
  rows: [
    row('Area', report.areaName),
    row('Period', reportingYearFrom(report.reportingYear).label),
    row('Edition', String(report.edition)),
    row('Published', writtenDate(report.publishedOn)),
    ...report.signed.map(({ capacity, signedOn }) =>
      row(capacityWords[capacity], `Signed on ${writtenDate(signedOn)}`),
    ),
    row('Figures', `Release ${report.releaseId}, as known on ${writtenTime(new Date(report.asKnownOn))}`),
    row('Check value', contentHash.slice(0, 12)),
  ],
})}
<p class="govuk-body"><a class="govuk-link" href="/annual-reports/${head.reportId}/report.pdf" download>Download as PDF</a></p>
<nav aria-labelledby="contents"><h2 class="govuk-heading-m" id="contents">Contents</h2>
<ul class="govuk-list">${report.sections.map(
    ({ section }) => html`<li><a class="govuk-link" href="#${section}">${sectionOf(section).title}</a></li>`,
  )}</ul></nav>
${first !== undefined && shorthand(first.table.rule)}
</div></div>
${report.sections.map(({ section, paragraphs }) => {
  const { title, tables: ids } = sectionOf(section)
  return html`<section id="${section}" aria-labelledby="${section}-heading">
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h2 class="govuk-heading-m" id="${section}-heading">${title}</h2>
${paragraphs.map((paragraph) => html`<p class="govuk-body">${paragraph}</p>`)}
</div></div>
${published
  .filter(({ tableId }) => ids.includes(tableId))
  .map(({ tableId, title: name, table }) => {
    const figure = publishedFigure(table, denominatorsBelow(tableId, denominators))
    return html`<h3 class="govuk-heading-s">${name}</h3>${figureTable(figure)}
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${figureNotes(figure)}</div></div>`
  })}
</section>`
})}
${
  report.revisions.length > 0 &&
  html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h2 class="govuk-heading-m">Revised figures</h2>
<p class="govuk-body">These figures differ from the edition before.</p>
<ul class="govuk-list govuk-list--bullet">${report.revisions.map(
    ({ says, before, after }) => html`<li>${says}: was ${before}, is ${after}</li>`,
  )}</ul></div></div>`
}`
}
