import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { typedText } from '../../wording/typed-text.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { RequestModel, ShownDecision } from './request-model.ts'

/** What was made of what came. */
export function decisionsShown(model: RequestModel): Html {
  const { state, decisions } = model
  return html`${decisions.length > 0 && html`<ul class="govuk-list">${decisions.map((one) => html`<li>${decided(one)}</li>`)}</ul>`}
${state === 'sent-back' && askedFor(model)}`
}

/** What can be made of it now, below what there is to read. */
export function decisionView(model: RequestModel): Html | null {
  const { state, maySend, mayGather } = model
  const open = state === 'returned' || state === 'sent-back'
  return maySend && mayGather && open && newest(model) ? decide(model) : null
}

/** An earlier version is read, never decided. */
const newest = ({ entry, versions }: RequestModel) => entry === (versions[0]?.entry ?? entry)

function decided({ entry, decision, decidedAt, decidedBy }: ShownDecision): string {
  const when = writtenTime(new Date(decidedAt))
  if (decision === 'sent-back') return `Version ${entry} was sent back on ${when}`
  return decidedBy === null
    ? `Version ${entry} counts as accepted since it came`
    : `Version ${entry} was accepted on ${when}`
}

/** What the agency was asked for once more, in the words of the form. */
function askedFor({ decisions, againDueOn, missingWords }: RequestModel): Html {
  const last = decisions.find(({ decision }) => decision === 'sent-back')
  const note = last?.missing?.note ?? null
  return insetText({
    html: html`<p class="govuk-body">Sent back to the agency${againDueOn !== null && `, for an answer by ${writtenDate(againDueOn)}`}.</p>
${missingWords.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${missingWords.map((words) => html`<li>${words}</li>`)}</ul>`}
${note !== null && html`<p class="govuk-body">${typedText(note)}</p>`}`,
  })
}

function decide({ hidden, caseId, informationRequestId, state, entry }: RequestModel): Html {
  return html`<h2 class="govuk-heading-m">${state === 'returned' ? 'Is anything missing?' : 'If nothing more is needed'}</h2>
<p class="govuk-body">The agency’s time limit stops when its form is accepted. The agency can still correct it.</p>
<form method="post" novalidate>${hidden}<input type="hidden" name="_entry" value="${entry ?? 1}"><input type="hidden" name="_seen" value="${state}">
${button({
  text: state === 'returned' ? 'Accept the form' : 'Accept the form as it is',
  name: '_action',
  value: 'accept',
  classes: state === 'returned' ? '' : 'govuk-button--secondary',
  preventDoubleClick: true,
})}
</form>
${state === 'returned' && html`<p class="govuk-body"><a class="govuk-link" href="/cases/${caseId}/requests/${informationRequestId}/send-back">Send the form back</a>, with what is missing</p>`}`
}
