import type { Instant, PersonId, PlainDate, ReportedInErrorReason, Told, ToldRecipient } from '@cdop/domain'
import type { SummarySection } from '@cdop/forms'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { summaryList } from '../../components/summary-list.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { type DateParts, dateField } from '../../typed-form/typed-date.ts'
import { reportedInErrorWords, toldRecipientWords } from '../../wording/case-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { answerSections } from '../answer-sections.ts'
import { type Submission, submissionCard } from '../national-database/submissions-view.ts'

type Recall = {
  readonly organisationName: string
  readonly sentOn: PlainDate
  readonly firstOpenedAt: Instant | null
  readonly returnedAt: Instant | null
  readonly mailedAt: Instant | null
}
type Opening = {
  readonly personId: PersonId
  readonly what: 'case.open' | 'pack.open' | 'information-request.read'
  readonly times: number
  readonly firstAt: Instant
  readonly lastAt: Instant
}
export type TraceModel = {
  readonly hidden: Html
  readonly receivedOn: PlainDate
  readonly reference: string | null
  readonly report: {
    readonly reason: ReportedInErrorReason
    readonly reportedBy: PersonId
    readonly reportedAt: Instant
  }
  /** Null where there was no case, or while its services have not heard yet. */
  readonly trace: {
    readonly recalls: readonly Recall[]
    readonly opened: readonly Opening[]
    readonly told: readonly { readonly recipient: ToldRecipient; readonly told: Told }[]
    /** What this product had sent to the national database. */
    readonly submissions: readonly Submission[]
    readonly withdrawal: {
      readonly submittedOn: PlainDate | null
      readonly withdrawnOn: PlainDate | null
    } | null
  } | null
  /** What was notified: only after somebody asked for it. */
  readonly sections: readonly SummarySection[] | null
  readonly names: ReadonlyMap<PersonId, string>
  readonly typed: DateParts
  readonly errors: readonly ErrorItem[]
}

const openingWords = {
  'case.open': 'Opened the case',
  'pack.open': 'Opened the panel’s pack',
  'information-request.read': 'Read a returned form',
} as const satisfies Record<Opening['what'], string>

/** What is left of a report that was wrong: nothing of the child unless it is asked for. */
export function traceView(model: TraceModel): Html {
  const { hidden, receivedOn, reference, report, trace, sections, names } = model
  return html`<h1 class="govuk-heading-l">Reported in error</h1>
${insetText({ text: 'This is a trace for coordinators. Nobody else finds the case any more.' })}
${summaryList({
  rows: [
    { key: { text: 'Case' }, value: { text: reference ?? 'No case had been opened' } },
    { key: { text: 'Notification received' }, value: { text: writtenDate(receivedOn) } },
    { key: { text: 'What was wrong' }, value: { text: reportedInErrorWords[report.reason] } },
    { key: { text: 'Recorded' }, value: { text: writtenTime(new Date(report.reportedAt)) } },
    { key: { text: 'Recorded by' }, value: { text: nameOf(names, report.reportedBy) } },
  ],
})}
${trace !== null && recalled(trace.recalls)}
${trace !== null && trace.told.length > 0 && tellAgain(trace.told)}
${trace !== null && opened(trace.opened, names)}
${trace !== null && nationalDatabase(model, trace)}
${trace === null && reference !== null && insetText({ text: 'What was sent is being recalled. Open this page again in a moment.' })}
<h2 class="govuk-heading-m">What was notified</h2>
${
  sections === null
    ? html`<p class="govuk-body">It is hidden. If you look at it, that is recorded.</p>
<form method="post" novalidate>${hidden}
${button({ text: 'Show what was notified', name: '_action', value: 'show', classes: 'govuk-button--secondary' })}
</form>`
    : answerSections(sections, ({ answer }) => answer)
}`
}

function nameOf(names: TraceModel['names'], personId: PersonId): string {
  return names.get(personId) ?? 'Somebody who has left'
}

function recalled(recalls: readonly Recall[]): Html {
  const heading = html`<h2 class="govuk-heading-m">What was recalled</h2>`
  if (recalls.length === 0) return html`${heading}<p class="govuk-body">No agency had been asked.</p>`
  const time = (at: Instant | null, otherwise: string) => ({
    text: at === null ? otherwise : writtenTime(new Date(at)),
  })
  return html`${heading}${scrollRegion(
    'What was recalled',
    table({
      caption: 'Requests that were recalled',
      captionClasses: 'govuk-visually-hidden',
      head: ['Organisation', 'Sent', 'Opened', 'Form returned', 'Told of the recall'].map((text) => ({
        text,
      })),
      rows: recalls.map(({ organisationName, sentOn, firstOpenedAt, returnedAt, mailedAt }) => [
        { text: organisationName },
        { text: writtenDate(sentOn) },
        time(firstOpenedAt, 'Not opened'),
        time(returnedAt, 'Not returned'),
        time(mailedAt, 'Not yet told'),
      ]),
    }),
  )}`
}

function tellAgain(told: NonNullable<TraceModel['trace']>['told']): Html {
  return html`<h2 class="govuk-heading-m">Who was told that the child had died</h2>
<p class="govuk-body">Tell each of them yourself that this was wrong:</p>
<ul class="govuk-list govuk-list--bullet">${told.map(
    ({ recipient, told: said }) =>
      html`<li>${toldRecipientWords[recipient].title}${
        said.outcome === 'told' && `: told by ${said.by} on ${writtenDate(said.on)}`
      }</li>`,
  )}</ul>`
}

function opened(openings: readonly Opening[], names: TraceModel['names']): Html {
  const heading = html`<h2 class="govuk-heading-m">Who had opened it</h2>`
  if (openings.length === 0) return html`${heading}<p class="govuk-body">Nobody with an account.</p>`
  return html`${heading}${scrollRegion(
    'Who had opened it',
    table({
      caption: 'People with an account who opened the case',
      captionClasses: 'govuk-visually-hidden',
      head: ['Who', 'What', 'First', 'Last', 'Times'].map((text) => ({ text })),
      rows: openings.map(({ personId, what, times, firstAt, lastAt }) => [
        { text: nameOf(names, personId) },
        { text: openingWords[what] },
        { text: writtenTime(new Date(firstAt)) },
        { text: writtenTime(new Date(lastAt)) },
        { text: String(times) },
      ]),
    }),
  )}`
}

function nationalDatabase(
  model: TraceModel,
  { withdrawal: owed, submissions }: NonNullable<TraceModel['trace']>,
): Html {
  const there = submissions.filter(({ state }) => state === 'withdrawing' || state === 'withdrawn')
  return html`<h2 class="govuk-heading-m">National database</h2>
${there.map((one) => submissionCard(one, null))}
${owed === null && there.length === 0 && html`<p class="govuk-body">It was not told of the death.</p>`}
${owed !== null && withdrawal(model, owed)}`
}

function withdrawal(
  { hidden, typed, errors }: TraceModel,
  found: NonNullable<NonNullable<TraceModel['trace']>['withdrawal']>,
): Html {
  if (found.withdrawnOn !== null) {
    return html`<p class="govuk-body">The record was withdrawn on ${writtenDate(found.withdrawnOn)}.</p>`
  }
  return html`
${insetText({ text: 'The withdrawal of the record is owed. Withdraw it at the national database, then record the day here.' })}
<form method="post" novalidate>${hidden}
${dateField({ name: 'withdrawnOn', legend: 'When was the record withdrawn?', value: typed, errors })}
${button({ text: 'Record the withdrawal', name: '_action', value: 'withdrawn', preventDoubleClick: true })}
</form>`
}
