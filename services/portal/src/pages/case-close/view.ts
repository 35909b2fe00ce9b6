import { mayGoToNationalDatabase, type PlainDate } from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { summaryList } from '../../components/summary-list.ts'
import { type DateParts, dateField } from '../../typed-form/typed-date.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { OpenedCase } from '../case-frame/opened-case.ts'
import { confirmFirst } from '../case-requests/view.ts'

export type CaseCloseModel = {
  readonly hidden: Html
  readonly found: Pick<
    OpenedCase,
    'caseId' | 'state' | 'confirmation' | 'nationalSubmissionOn' | 'reviewedOn' | 'firstReviewedOn'
  >
  readonly mayClose: boolean
  /** The day on the receipt of the analysis; null when it was not sent from here. */
  readonly received: PlainDate | null
  readonly typed: DateParts
  readonly errors: readonly ErrorItem[]
}

/** Records the national submission and closes the case, or shows when that was, or that there never is one. */
export function caseCloseView(model: CaseCloseModel): Html {
  const { hidden, found, mayClose } = model
  const { caseId, state, confirmation, nationalSubmissionOn } = found
  const never = !mayGoToNationalDatabase(found)
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">National submission</h1>
${
  nationalSubmissionOn !== null &&
  summaryList({
    rows: [
      { key: { text: 'Sent to the national database' }, value: { text: writtenDate(nationalSubmissionOn) } },
    ],
  })
}
${never && insetText({ text: neverSent })}
${state === 'closed' && html`<p class="govuk-body">The case is closed.</p>`}
${state === 'reviewed' && confirmation === null && confirmFirst(caseId)}
${state === 'reviewed' && confirmation !== null && mayClose && (never ? closeAtOnce(hidden) : closing(model))}
${
  !never &&
  state !== 'reviewed' &&
  state !== 'closed' &&
  nationalSubmissionOn === null &&
  insetText({ text: 'The panel has to agree its analysis first.' })
}
</div></div>`
}

const neverSent =
  'The panel reviewed this case before 1 April 2019, when the National Child Mortality Database began. It is never sent there.'

function closing({ hidden, received, typed, errors }: CaseCloseModel): Html {
  if (received !== null) {
    return html`<p class="govuk-body">The National Child Mortality Database acknowledged the analysis form on ${writtenDate(received)}.</p>
${closeAtOnce(hidden)}`
  }
  return html`<p class="govuk-body">Send the completed forms to the National Child Mortality Database. Then record the date here.
This closes the case.</p>
<form method="post" novalidate>${hidden}
${dateField({ name: 'submittedOn', legend: 'When were the forms sent?', value: typed, errors })}
${button({ text: 'Record and close the case', preventDoubleClick: true })}
</form>`
}

function closeAtOnce(hidden: Html): Html {
  return html`<form method="post" novalidate>${hidden}
${button({ text: 'Close the case', preventDoubleClick: true })}
</form>`
}
