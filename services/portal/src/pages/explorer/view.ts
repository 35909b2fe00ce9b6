import {
  type FigureOfTable,
  markers,
  modifiableFactorDefinition,
  type StatisticalAnswer,
  totalCode,
} from '@cdop/statistics'
import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { select } from '../../components/select.ts'
import { summaryList } from '../../components/summary-list.ts'
import { figureNotes } from '../../figure-table/figure-notes.ts'
import { figureTable } from '../../figure-table/figure-table.ts'
import { figureOf } from '../../figure-table/written-observation.ts'
import { writtenTime } from '../../layout/written-time.ts'
import type { Screen } from '../../page/screen.ts'
import { chart } from '../../statistical-chart/chart.ts'
import { chooseForm, explorerTitle } from './choose-view.ts'
import type { PublishedRelease } from './published.ts'
import { askPath, chartFigures, explorerPath } from './question.ts'

export type ExplorerModel = Readonly<{
  releases: readonly PublishedRelease[]
  /** The whole table, for what can be chosen of it. */
  answer: StatisticalAnswer
  /** What was asked for. */
  part: StatisticalAnswer
  figure: FigureOfTable
  asked: Readonly<{ breakdown: string; row: string }>
  pooled: PublishedRelease['tables']
  publicUrl: string
}>

/** One table of a release as a chart and as figures, with all that is needed to read and to cite it. */
export function explorerScreen(model: ExplorerModel): Screen {
  const { releases, answer, part, figure } = model
  const { release, table } = answer
  const shown = figureOf(part)
  return {
    title: table.title,
    section: explorerTitle,
    backLink: '/explorer',
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${table.title}</h1>
${pooledFirst(model)}
${delayWarning(part)}
${chart(part, figure)}
</div></div>
${figureTable(shown)}
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${figureNotes(shown)}
${shorthandNotes(part)}
${downloads(part)}
${partForm(model)}
<h2 class="govuk-heading-m">Cite this</h2>
${citation(model)}
<h2 class="govuk-heading-m">Other figures</h2>
${chooseForm(releases, { releaseId: release.releaseId, tableId: table.tableId })}
<p class="govuk-body"><a class="govuk-link" href="${askPath(release.releaseId, table.tableId)}">Ask for a table that is not there</a></p>
</div></div>`,
  }
}

/** More than half of the counts of one year are hidden: then several years together come first. */
function pooledFirst({ part, pooled, answer }: ExplorerModel): Html | null {
  const counts = part.observations.filter(({ figure }) => figure === 'number')
  const hidden = counts.filter(({ shorthand }) => shorthand === '[c]').length
  if (answer.table.years.length !== 1 || hidden * 2 <= counts.length) return null
  const { releaseId } = answer.release
  return insetText({
    html: html`<p class="govuk-body">Most figures of this one year are hidden, for the counts are small.</p>
${
  pooled.length > 0
    ? html`<p class="govuk-body">Look at several years together first:</p>
<ul class="govuk-list">${pooled.map(
        ({ tableId, title, holds }) =>
          html`<li><a class="govuk-link" href="${explorerPath(releaseId, tableId)}">${title}, ${holds?.period ?? ''}</a></li>`,
      )}</ul>`
    : html`<p class="govuk-body">This release has no table of several years together. <a class="govuk-link" href="${askPath(releaseId, answer.table.tableId)}">Ask for one</a>.</p>`
}`,
  })
}

function delayWarning({ observations }: StatisticalAnswer): Html | null {
  if (!observations.some(({ inReportingDelayPeriod }) => inReportingDelayPeriod)) return null
  return insetText({
    text: 'The last days of this period lie fewer than 90 days before the figures were counted, or are still to come. More may become known.',
  })
}

/** What the shorthand stands for that the table may have. */
function shorthandNotes({ table }: StatisticalAnswer): Html {
  const { threshold, minimumDenominator } = table
  const row = (key: string, text: string) => ({ key: { text: key }, value: { text } })
  return html`<h2 class="govuk-heading-m">What the letters mean</h2>
${summaryList({
  rows: [
    row(
      markers.confidential,
      `Confidential: a count from 1 to ${threshold - 1}, or a figure from which one could be worked out. It may be zero.`,
    ),
    row(markers.unreliable, 'Unreliable: a rate of fewer than 20.'),
    row(
      markers.notAvailable,
      `Not available: a percentage of fewer than ${minimumDenominator}, a rate of fewer than 3, or nothing to divide by.`,
    ),
    row(
      '[z]',
      'Not applicable: a total as a share of itself, or a change from a year that is not in the table.',
    ),
  ],
})}`
}

/** The same figures as files: this part of the table, and the whole release. */
function downloads({ release: { releaseId }, table, query }: StatisticalAnswer): Html {
  const part = query.slice(query.indexOf('&') + 1)
  const links = [
    { of: 'this table', path: table.tableId, more: `?${part}` },
    { of: 'the whole release', path: 'release', more: '' },
  ]
  return html`<h2 class="govuk-heading-m">Download</h2>
${links.map(
  ({ of, path, more }) =>
    html`<p class="govuk-body">Download ${of}: ${fileKinds.map(
      ({ format, text }, at) =>
        html`${at > 0 && ', '}<a class="govuk-link" href="/explorer/${releaseId}/${path}.${format}${more}" download>${text}<span class="govuk-visually-hidden"> of ${of}</span></a>`,
    )}</p>`,
)}`
}

const fileKinds = [
  { format: 'ods', text: 'spreadsheet (ODS)' },
  { format: 'csv', text: 'CSV' },
  { format: 'json', text: 'JSON' },
  { format: 'csv-metadata.json', text: 'description of the CSV (CSVW)' },
] as const

/** Which part of the table, and what its chart is of. */
function partForm({ answer: { release, table }, figure, asked, part }: ExplorerModel): Html {
  const whole = table.columns === null ? 'rows' : 'columns'
  const lines = table.rows.lines.filter(({ code }) => code !== totalCode)
  return html`<h2 class="govuk-heading-m">Part of the table</h2>
<form method="get" action="/explorer" novalidate>
<input type="hidden" name="release" value="${release.releaseId}">
<input type="hidden" name="table" value="${table.tableId}">
${select({
  name: 'breakdown',
  id: 'breakdown',
  label: { text: 'Breakdown' },
  value: asked.breakdown || whole,
  items: [
    { value: 'rows', text: `By ${lowerFirst(table.rows.title)}` },
    ...(table.columns === null
      ? []
      : [
          {
            value: 'columns',
            text: `By ${lowerFirst(table.rows.title)} and ${lowerFirst(table.columns.title)}`,
          },
        ]),
    { value: 'row', text: 'One row, chosen below' },
  ],
})}
${select({
  name: 'row',
  id: 'row',
  label: { text: 'Row' },
  hint: { text: 'Used for one row alone.' },
  value: asked.row,
  items: lines.map(({ code, label }) => ({ value: code, text: label })),
})}
${select({
  name: 'figure',
  id: 'figure',
  label: { text: 'What the chart shows' },
  value: figure.code,
  items: chartFigures(part.table.figures).map(({ code, label }) => ({ value: code, text: label })),
})}
${button({ text: 'Show this part', classes: 'govuk-button--secondary' })}
</form>`
}

const lowerFirst = (words: string) => `${words.charAt(0).toLowerCase()}${words.slice(1)}`

/** Everything somebody needs to name these figures in a paper, and to find them again. */
function citation({ part: { release, table, query }, figure, publicUrl }: ExplorerModel): Html {
  const address = `${publicUrl}/explorer?release=${release.releaseId}&${query}&figure=${figure.code}`
  const row = (key: string, text: string) => ({ key: { text: key }, value: { text } })
  return html`<p class="govuk-body" id="citation">${release.areaName}. ${release.title}. Table ${table.tableId}: ${table.title}. Release
${release.releaseId}, figures as known on ${writtenTime(new Date(release.asKnownOn))}. ${address}</p>
${summaryList({
  rows: [
    row('Release', release.releaseId),
    row('Question', query),
    row('Check value', release.hash.slice(0, 12)),
  ],
})}
${table.notes.includes(modifiableFactorDefinition) && html`<p class="govuk-body">Cite figures on modifiable factors with what modifiable means.</p>`}`
}
