import { type InformationRequestState, RequestRecallReason } from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { radios } from '../../components/radios.ts'
import { select } from '../../components/select.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import type { Addressee } from '../case-requests/addressees.ts'
import { redirectReasons } from './form.ts'

const recallWords: Readonly<Record<RequestRecallReason, string>> = {
  'sent-to-the-wrong-organisation': 'It should have gone to another organisation',
  'no-longer-needed': 'It is no longer needed',
}

const redirectWords: Readonly<Record<(typeof redirectReasons.options)[number], string>> = {
  'contact-no-longer-answers': 'The contact no longer answers for the organisation',
  'wrong-contact': 'It went to the wrong contact',
  'another-organisation-knows': 'Another organisation knows more',
}

export type OpenRequest = {
  readonly hidden: Html
  readonly caseId: string
  readonly informationRequestId: string
  readonly state: InformationRequestState
  /** A part of the answer has come. */
  readonly part: object | null
  readonly addressees: readonly Addressee[]
  readonly typed: { readonly reason: string; readonly organisation: string; readonly redirectReason: string }
  readonly errors: readonly ErrorItem[]
}

/** What can be done with a request that has not been answered. */
export function whatCanBeDone({
  hidden,
  caseId,
  informationRequestId,
  state,
  part,
  addressees,
  typed,
  errors,
}: OpenRequest): Html {
  return html`<h2 class="govuk-heading-m">Remind the agency</h2>
<p class="govuk-body">We send an email without the child’s name, with the same link and the same date.</p>
<form method="post" novalidate>${hidden}
${button({ text: 'Send a reminder', name: '_action', value: 'remind', preventDoubleClick: true })}
</form>
<h2 class="govuk-heading-m">Write to the agency’s leaders</h2>
<p class="govuk-body"><a class="govuk-link" href="/cases/${caseId}/requests/${informationRequestId}/escalate">Print a letter,
or record that one was sent</a></p>
<h2 class="govuk-heading-m">Send it again</h2>
<p class="govuk-body">The email goes to the same address with a new link. The old link stops working.</p>
<form method="post" novalidate>${hidden}
${button({ text: 'Send a new link', name: '_action', value: 'resend', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>
${state === 'sent' && part === null && untouched({ hidden, addressees, typed, errors })}`
}

/** What can be done only while nothing has come: what an agency returned stays its own. */
function untouched({
  hidden,
  addressees,
  typed,
  errors,
}: Pick<OpenRequest, 'hidden' | 'addressees' | 'typed' | 'errors'>): Html {
  return html`<h2 class="govuk-heading-m">Redirect the request</h2>
<p class="govuk-body">The old link stops working at once. Another contact of the same organisation keeps the date and
what was answered so far. Another organisation begins anew.</p>
<form method="post" novalidate>${hidden}
${select({
  id: 'organisation',
  name: 'organisation',
  label: { text: 'Who is asked instead?', classes: 'govuk-label--s' },
  errorMessage: errorOf(errors, 'organisation'),
  items: [
    { value: '', text: 'Select an organisation or contact', selected: typed.organisation === '' },
    ...addressees.map(({ value, text }) => ({ value, text, selected: value === typed.organisation })),
  ],
})}
${radios({
  name: 'redirectReason',
  idPrefix: 'redirectReason',
  value: typed.redirectReason,
  fieldset: { legend: { text: 'Why is it redirected?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'redirectReason'),
  items: redirectReasons.options.map((value) => ({ value, text: redirectWords[value] })),
})}
${button({ text: 'Redirect the request', name: '_action', value: 'redirect', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>
<h2 class="govuk-heading-m">Recall the request</h2>
<p class="govuk-body">The link stops working at once, and we tell the agency why.</p>
<form method="post" novalidate>${hidden}
${radios({
  name: 'reason',
  idPrefix: 'reason',
  value: typed.reason,
  fieldset: { legend: { text: 'Why is it recalled?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'reason'),
  items: RequestRecallReason.options.map((value) => ({ value, text: recallWords[value] })),
})}
${button({ text: 'Recall the request', name: '_action', value: 'recall', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>`
}
