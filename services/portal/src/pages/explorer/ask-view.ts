import type { ReportingRouter } from '@cdop/reporting/api'
import type { clientOf } from '@cdop/rpc'
import { reportingYearFrom } from '@cdop/statistics'
import { button } from '../../components/button.ts'
import { characterCount } from '../../components/character-count.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { insetText } from '../../components/inset-text.ts'
import { notificationBanner } from '../../components/notification-banner.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { writtenTime } from '../../layout/written-time.ts'
import type { Screen } from '../../page/screen.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import type { AreaPerson } from '../../user/area-people.ts'
import { explorerTitle } from './choose-view.ts'
import { LONGEST } from './form.ts'
import type { PublishedRelease } from './published.ts'
import { explorerPath } from './question.ts'

/** What was looked for and not found. */
export type Missed = Readonly<{
  release: PublishedRelease | null
  tableId: string | null
  title: string | null
  /** As the release names it: withheld, or there in other parts. */
  inRelease: PublishedRelease['tables'][number] | null
  elsewhere: readonly PublishedRelease[]
}>

type AskModel = Readonly<{
  hidden: Html
  missed: Missed
  typed: Readonly<{ measure: string; breakdown: string; reason: string }>
  errors: readonly ErrorItem[]
  recorded: boolean
}>

const askTitle = 'Ask for a table'

/** Says what no release holds and takes down what is needed. */
export function askScreen({ hidden, missed, typed, errors, recorded }: AskModel): Screen {
  return {
    title: askTitle,
    section: explorerTitle,
    backLink: '/explorer',
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${askTitle}</h1>
${recorded && notificationBanner({ type: 'success', text: 'An analyst will read what you asked for.' })}
${whatIsMissing(missed)}
<p class="govuk-body">An analyst of the area reads what you ask for. A table is published only in a release, with small counts
protected in it and across all releases. Some tables cannot be published safely at all.</p>
<form method="post" novalidate>${hidden}
${input({
  id: 'measure',
  name: 'measure',
  label: { text: 'Which figures do you need?', classes: 'govuk-label--s' },
  hint: { text: 'For example, deaths by ethnic group' },
  value: typed.measure,
  errorMessage: errorOf(errors, 'measure'),
})}
${characterCount({
  id: 'breakdown',
  name: 'breakdown',
  maxlength: LONGEST.breakdown,
  rows: 2,
  value: typed.breakdown,
  label: { text: 'By what, and of which period?', classes: 'govuk-label--s' },
  hint: { text: 'For example, by age, for the last five years together' },
  errorMessage: errorOf(errors, 'breakdown'),
})}
${characterCount({
  id: 'reason',
  name: 'reason',
  maxlength: LONGEST.reason,
  rows: 4,
  value: typed.reason,
  label: { text: 'What do you need them for?', classes: 'govuk-label--s' },
  hint: { text: 'Do not name or describe a child or family' },
  errorMessage: errorOf(errors, 'reason'),
})}
${button({ text: 'Ask for this table', preventDoubleClick: true })}
</form></div></div>`,
  }
}

function whatIsMissing({ release, tableId, title, inRelease, elsewhere }: Missed): Html | null {
  if (release === null || tableId === null) return null
  const year = reportingYearFrom(release.reportingYear).label
  const says =
    inRelease === null
      ? 'does not hold this table'
      : inRelease.outcome === 'withheld'
        ? `withholds this table: ${inRelease.says ?? ''}`
        : 'holds this table, but not that part of it'
  return insetText({
    html: html`<p class="govuk-body">${title ?? tableId}: the release of the ${year.toLowerCase().replace('march', 'March')} ${says}</p>
${
  inRelease?.outcome === 'published' &&
  html`<p class="govuk-body"><a class="govuk-link" href="${explorerPath(release.releaseId, tableId)}">The table as it is</a></p>`
}
${
  elsewhere.length > 0 &&
  html`<p class="govuk-body">Other releases hold it:</p>
<ul class="govuk-list">${elsewhere.map(
    ({ releaseId, reportingYear, asKnownOn }) =>
      html`<li><a class="govuk-link" href="${explorerPath(releaseId, tableId)}">${reportingYearFrom(reportingYear).label}, as known on ${writtenTime(new Date(asKnownOn))}</a></li>`,
  )}</ul>`
}`,
  })
}

type TableRequest = Awaited<
  ReturnType<ReturnType<typeof clientOf<ReportingRouter>>['tableRequest']['list']['query']>
>['requests'][number]

const requestsTitle = 'Tables that were asked for'

/** What people asked for, for the analyst: the newest first. */
export function requestsScreen(requests: readonly TableRequest[], people: readonly AreaPerson[]): Screen {
  const nameOf = (id: string) => people.find(({ personId }) => personId === id)?.displayName ?? 'Somebody'
  return {
    title: requestsTitle,
    section: explorerTitle,
    backLink: '/explorer',
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${requestsTitle}</h1>
<p class="govuk-body">Answer only with tables of a release: a figure counted apart can be set against the published ones.</p>
${requests.length === 0 && html`<p class="govuk-body">Nobody has asked for a table yet.</p>`}
</div></div>
${
  requests.length > 0 &&
  scrollRegion(
    requestsTitle,
    table({
      firstCellIsHeader: true,
      head: ['Figures', 'By what and when', 'What for', 'Asked by', 'Asked'].map((text) => ({ text })),
      rows: requests.map(({ wish, askedBy, askedAt, tableId }) => [
        { text: tableId === null ? wish.measure : `${wish.measure} (${tableId})` },
        { text: wish.breakdown },
        { text: wish.reason },
        { text: nameOf(askedBy) },
        { text: writtenTime(new Date(askedAt)) },
      ]),
    }),
  )
}`,
  }
}
