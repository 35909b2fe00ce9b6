import type { CaseReviewRouter } from '@cdop/case-review/api'
import { CaseClock, OpenCaseStage } from '@cdop/domain'
import type { clientOf } from '@cdop/rpc'
import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { summaryList } from '../../components/summary-list.ts'
import { warningText } from '../../components/warning-text.ts'
import { clockWords } from '../../wording/due-words.ts'
import { writtenCount } from '../../wording/written-count.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { SeenImport } from '../imports/state-words.ts'
import { type BundleCounts, rowsOf } from './report-view.ts'

type CaseReview = ReturnType<typeof clientOf<CaseReviewRouter>>
type Rehearsal = Awaited<ReturnType<CaseReview['openCases']['rehearse']['query']>>

export type RehearsalModel = {
  readonly seen: SeenImport
  readonly counts: BundleCounts
  readonly rehearsal: Rehearsal
  readonly signer: string
  readonly hidden: Html
}

const stageWords: Readonly<Record<OpenCaseStage, string>> = {
  gathering: 'Gathering information',
  'review-meeting-held': 'Review meeting held',
  'review-meeting-not-held': 'No review meeting held',
  listed: 'Listed for a panel',
  deferred: 'Put back by the panel',
  reviewed: 'Reviewed',
  submitted: 'Submitted',
}

const row = (key: string, count: number) => ({
  key: { text: key },
  value: { text: count.toLocaleString('en-GB') },
})

const clocks = CaseClock.shape.clock.options

/** What would come of a bundle, worked out and not yet done; to sign off or to cancel. */
export function rehearsalView({ seen, counts, rehearsal, signer, hidden }: RehearsalModel): Html {
  const known = seen.counts
  const notMapped = Object.entries(counts.notMapped)
  return html`<h2 class="govuk-heading-m">What would come in</h2>
${summaryList({
  rows: [
    ...OpenCaseStage.options
      .filter((stage) => (counts.stages[stage] ?? 0) > 0)
      .map((stage) => row(`Cases: ${stageWords[stage]}`, counts.stages[stage] ?? 0)),
    row('Requests to agencies', counts.requests),
    row('Requests still open', counts.openRequests),
    row('Chasers that were sent', counts.chasers),
    row('Returned forms', counts.returnedForms),
    row('Holds', counts.holds),
    row('Review meetings', counts.meetings),
    row('Documents', counts.documents),
    row('Factor scores of the older form', counts.scores),
  ],
})}
<h2 class="govuk-heading-m">What to look at first</h2>
${summaryList({
  rows: [
    row('Within child death review, for this area', known?.inScope ?? 0),
    row(
      'Outside, for another area or not yet clear: decided one by one',
      (known?.outOfScope ?? 0) + (known?.scopePending ?? 0),
    ),
    row('NHS number already notified in this area', known?.knownHere ?? 0),
    row('NHS number more than once in the bundle', known?.repeatedInFile ?? 0),
    row('Without a confirmation of death and identity', counts.notConfirmed),
    row('Reviewed before April 2019: never sent to the national database', counts.neverNational),
    row('Returned forms of no kind this system has, kept word for word', counts.unknownForms),
    ...notMapped.map(([column, count]) =>
      row(`Answers not mapped, column ${column} of the returned forms`, count),
    ),
    ...clocks
      .filter((clock) => (rehearsal.overdue[clock] ?? 0) > 0)
      .map((clock) => row(`Cases overdue today: ${clockWords[clock]}`, rehearsal.overdue[clock] ?? 0)),
    row('Values left out, because the notification form does not ask for them', known?.leftOut ?? 0),
  ],
})}
${named('Agencies that would be added to the directory', rehearsal.toAdd)}
${named('Agencies that are not in the directory and have no mailbox in the bundle', rehearsal.unknown)}
${
  rehearsal.unknown.length > 0 &&
  insetText({
    html: html`Add these agencies to <a class="govuk-link" href="/organisations">the directory</a>, then come back.`,
  })
}
${counts.documents > 0 && documents(seen.importId, rehearsal.files)}
${warningText({ text: 'Nothing is sent to anybody. Once signed off, an import cannot be taken back as a whole.', iconFallbackText: 'Warning' })}
<p class="govuk-body">Sign off by ${writtenDate(seen.confirmBy)}. After that the bundle is destroyed.</p>
<form method="post" novalidate>${hidden}
<input type="hidden" name="rows" value="${counts.cases}">
<p class="govuk-body">You sign off as ${signer}.</p>
<div class="govuk-button-group">
${
  rehearsal.unknown.length === 0 &&
  unsettled(rehearsal.files) === 0 &&
  button({
    text: `Sign off and take in ${writtenCount(counts.cases, 'case')}`,
    name: '_action',
    value: 'sign-off',
    preventDoubleClick: true,
  })
}
${button({ text: 'Cancel this import', name: '_action', value: 'cancel', classes: 'govuk-button--warning' })}
</div>
</form>`
}

const unsettled = ({ awaited, checking, refused }: Rehearsal['files']) =>
  awaited.length + checking.length + refused.length

/** What has come of the documents so far, by the rows of their sheet, and where their files are added. */
function documents(importId: string, files: Rehearsal['files']): Html {
  const line = (key: string, rows: readonly number[]) => ({
    key: { text: key },
    value: { text: rows.length === 0 ? 'None' : `Rows ${rowsOf(rows)}` },
  })
  return html`<h2 class="govuk-heading-m">Documents</h2>
${summaryList({
  rows: [
    line('Without a file', files.awaited),
    line('Being checked and scanned', files.checking),
    line('The file was not taken', files.refused),
    line('Left out, with a reason', files.leftOut),
    row('With a clean file', files.clean.length),
  ],
})}
<p class="govuk-body"><a class="govuk-link" href="/imports/${importId}/documents">Add the files, or say why one is left out</a></p>
${unsettled(files) > 0 && insetText({ text: 'The bundle can be signed off once every document has a clean file or a reason why it is left out.' })}`
}

function named(heading: string, names: readonly string[]): Html {
  if (names.length === 0) return html``
  return html`<h3 class="govuk-heading-s">${heading}</h3>
<ul class="govuk-list govuk-list--bullet">${names.map((name) => html`<li>${name}</li>`)}</ul>`
}
