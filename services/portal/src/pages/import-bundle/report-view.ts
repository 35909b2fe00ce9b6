import type { CaseReviewRouter } from '@cdop/case-review/api'
import { type ImportId, LeftOutReason } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import type { clientOf } from '@cdop/rpc'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { type DateParts, dateField } from '../../typed-form/typed-date.ts'
import type { AreaPerson } from '../../user/area-people.ts'
import { leftOutWords } from '../../wording/bundle-file-words.ts'
import { writtenCount } from '../../wording/written-count.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { SeenImport } from '../imports/state-words.ts'

type CaseReview = ReturnType<typeof clientOf<CaseReviewRouter>>
type Intake = ReturnType<typeof clientOf<IntakeRouter>>

type BundleReport = Awaited<ReturnType<CaseReview['openCases']['report']['query']>>
type ImportedCases = Awaited<ReturnType<Intake['import']['importedCases']['query']>>
export type BundleCounts = NonNullable<NonNullable<SeenImport['counts']>['bundle']>

const sheets = [
  ['Cases', 'cases'],
  ['Requests to agencies', 'requests'],
  ['Chasers that were sent', 'chasers'],
  ['Returned forms', 'returnedForms'],
  ['Holds', 'holds'],
  ['Review meetings', 'meetings'],
  ['Documents', 'documents'],
  ['Factor scores of the older form', 'scores'],
] as const

const number = (count: number) => ({ text: count.toLocaleString('en-GB'), format: 'numeric' as const })

export type ReportModel = {
  readonly importId: ImportId
  readonly counts: BundleCounts
  readonly report: BundleReport
  readonly imported: ImportedCases
  readonly sha256: string | null
  readonly people: readonly AreaPerson[]
  readonly hidden: Html
  readonly from: DateParts
  readonly errors: readonly ErrorItem[]
}

const nameOf = (people: readonly AreaPerson[], id: string) =>
  people.find(({ personId }) => personId === id)?.displayName ?? 'somebody who has left'

/** What a bundle held against what of it is in the system: every difference is named. */
export function reportView(model: ReportModel): Html {
  const { counts, report, sha256, people } = model
  const signed = report.signedOffAt === null ? '' : ` on ${writtenTime(new Date(report.signedOffAt))}`
  return html`<h2 class="govuk-heading-m">Report of the import</h2>
<p class="govuk-body">Signed off by ${nameOf(people, report.signedOffBy)}${signed}.</p>
${scrollRegion(
  'What was in the bundle, and what is in the system',
  table({
    caption: 'What was in the bundle, and what is in the system',
    captionClasses: 'govuk-visually-hidden',
    head: [
      { text: 'Sheet' },
      { text: 'In the bundle', format: 'numeric' },
      { text: 'In the system', format: 'numeric' },
      { text: 'Difference', format: 'numeric' },
    ],
    firstCellIsHeader: true,
    rows: sheets.map(([text, sheet]) => [
      { text },
      number(counts[sheet]),
      number(report.taken[sheet]),
      number(counts[sheet] - report.taken[sheet]),
    ]),
  }),
)}
${differences(model)}
${sha256 !== null && html`<p class="govuk-body">SHA-256 of the bundle: ${sha256}</p>`}
${chasing(model)}`
}

/** Rows by their numbers, no more than a line of them. */
export const rowsOf = (rows: readonly number[]) =>
  rows.length > 40 ? `${rows.slice(0, 40).join(', ')} and ${rows.length - 40} more` : rows.join(', ')

/** Cases that have begun at intake are here moments later. */
function differences({ counts, report, imported, importId }: ReportModel): Html {
  const undecided = imported.undecided
  const onTheWay = report.waiting.filter((row) => !undecided.includes(row))
  const notMapped = Object.entries(counts.notMapped)
  if (
    undecided.length + onTheWay.length + notMapped.length + report.leftOut.length + counts.unknownForms ===
    0
  ) {
    return html`<p class="govuk-body">Everything in the bundle is in the system.</p>`
  }
  return html`<h2 class="govuk-heading-m">Differences</h2>
<ul class="govuk-list govuk-list--bullet">
${undecided.length > 0 && html`<li>${writtenCount(undecided.length, 'case')} to decide first, in rows ${rowsOf(undecided)} of the sheet of cases: the child may be known, or it is not clear whose review it is. <a class="govuk-link" href="/notifications">Go to the notifications</a>. Accepted there, each comes in with all the bundle says of it.</li>`}
${onTheWay.length > 0 && html`<li>${writtenCount(onTheWay.length, 'case')} on the way, in rows ${rowsOf(onTheWay)} of the sheet of cases.</li>`}
${counts.unknownForms > 0 && html`<li>${writtenCount(counts.unknownForms, 'returned form')} of no kind this system has: kept word for word with the request.</li>`}
${notMapped.map(([column, count]) => html`<li>Column ${column} of the returned forms: ${writtenCount(count, 'answer')} not mapped to a question of this system, kept word for word with the request.</li>`)}
${LeftOutReason.options.map((reason) => {
  const rows = report.leftOut.filter((one) => one.reason === reason).map(({ row }) => row)
  return (
    rows.length > 0 &&
    html`<li>${writtenCount(rows.length, 'document')} left out, in rows ${rowsOf(rows)} of the sheet of documents: ${leftOutWords[reason].toLowerCase()}.</li>`
  )
})}
${counts.documents > 0 && html`<li><a class="govuk-link" href="/imports/${importId}/documents">See the documents of the bundle</a></li>`}
</ul>`
}

function chasing({ counts, report, people, hidden, from, errors }: ReportModel): Html {
  if (counts.openRequests === 0) return html``
  if (report.chasedFrom !== null) {
    const by = report.chasingTakenBy === null ? '' : `, set by ${nameOf(people, report.chasingTakenBy)}`
    return html`<h2 class="govuk-heading-m">Chasing</h2>
<p class="govuk-body">Requests that came in open are chased from ${writtenDate(report.chasedFrom)}${by}.</p>`
  }
  return html`<h2 class="govuk-heading-m">Take over chasing</h2>
<p class="govuk-body">Nobody is chased yet for the ${writtenCount(counts.openRequests, 'request')} that came in open. From the day you name agencies are mailed by the steps of this area, each from where it was chased to before.</p>
<form method="post" novalidate>${hidden}
${dateField({ name: 'from', legend: 'Take over chasing from which day?', value: from, errors })}
${button({ text: 'Take over chasing', name: '_action', value: 'chase', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>`
}
