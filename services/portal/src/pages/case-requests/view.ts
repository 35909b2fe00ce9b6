import {
  type InformationRequestState,
  isAnswered,
  isAsked,
  LEGAL_BASIS,
  type PlainDate,
  type RequestRedirectReason,
} from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { fieldset } from '../../components/fieldset.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { select } from '../../components/select.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { dueWords } from '../../wording/due-words.ts'
import { restWords } from '../../wording/part-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { kindAndMailbox, nameField } from '../organisations/organisation-fields.ts'
import type { Addressee } from './addressees.ts'
import { type Expected, expectedView } from './expected-view.ts'

export type ShownPart = {
  readonly promisedOn: PlainDate
  readonly sectionsCompleted: number
  readonly sectionsAsked: number
}

export type RequestRow = {
  readonly informationRequestId: string
  readonly organisationName: string
  readonly state: InformationRequestState
  readonly sentOn: PlainDate
  readonly dueOn: PlainDate
  /** The new date, where it was sent back. */
  readonly againDueOn: PlainDate | null
  readonly firstOpenedAt: string | null
  readonly begun: boolean
  /** The part that came last since it was asked last, until the rest came. */
  readonly part: ShownPart | null
  readonly redirectReason: RequestRedirectReason | null
  readonly reminders: number
  readonly remindedOn: PlainDate | null
}

/** Who was asked and what became of it. The same table on the overview and on the page of the requests. */
export function requestsTable(caseId: string, rows: readonly RequestRow[], today: PlainDate): Html {
  if (rows.length === 0) {
    return html`<p class="govuk-body">No agency has been asked yet.</p>`
  }
  return scrollRegion(
    'Information requests',
    table({
      caption: 'Agencies that were asked',
      captionClasses: 'govuk-visually-hidden',
      head: ['Organisation', 'Sent', 'How far', 'Due', 'State'].map((text) => ({ text })),
      rows: rows.map((row) => [
        {
          html: !isAsked(row.state)
            ? html`${row.organisationName}`
            : html`<a class="govuk-link" href="/cases/${caseId}/requests/${row.informationRequestId}">${row.organisationName}<span class="govuk-visually-hidden">: ${isAnswered(row.state) || row.state === 'sent-back' || row.part !== null ? 'read what was returned' : 'remind it, redirect or recall the request'}</span></a>`,
        },
        { text: writtenDate(row.sentOn) },
        { text: howFar(row) },
        { text: writtenDate(row.againDueOn ?? row.dueOn) },
        { text: requestState(row, today) },
      ]),
    }),
  )
}

/** How far an agency has come with its answer. */
function howFar({ state, firstOpenedAt, begun, part }: RequestRow): string {
  if (state === 'returned' || state === 'accepted') return 'Returned'
  if (state === 'nothing-known') return 'Answered'
  if (part !== null) return `Part sent: ${part.sectionsCompleted} of ${part.sectionsAsked} sections completed`
  if (begun) return 'Part done'
  return firstOpenedAt === null ? 'Not opened' : 'Viewed'
}

const redirectedWords: Readonly<Record<RequestRedirectReason, string>> = {
  'contact-no-longer-answers': 'Redirected: the contact no longer answers for the organisation',
  'wrong-contact': 'Redirected: it went to the wrong contact',
  'another-organisation-knows': 'Redirected: another organisation knows more',
  'passed-to-a-colleague': 'Passed by the reporter to a colleague',
}

/** What became of a request, in words. */
export function requestState(
  {
    state,
    dueOn,
    againDueOn,
    redirectReason,
    reminders,
    remindedOn,
    part,
  }: Pick<
    RequestRow,
    'state' | 'dueOn' | 'againDueOn' | 'redirectReason' | 'reminders' | 'remindedOn' | 'part'
  >,
  today: PlainDate,
): string {
  if (state === 'returned') return 'Returned: to be read'
  if (state === 'accepted') return 'Accepted'
  if (state === 'nothing-known') return 'Nothing known about this child'
  if (state === 'recalled') return 'Recalled'
  if (state === 'gone-without') {
    return part === null
      ? 'No answer: the review goes on without it'
      : 'Part received: the review goes on without the rest'
  }
  if (redirectReason !== null) return redirectedWords[redirectReason]
  const again = state === 'sent-back' && againDueOn !== null
  const asked = again ? `Sent back. ${dueWords(againDueOn, today)}` : dueWords(dueOn, today)
  const due = part === null ? asked : `Part received, ${restWords(part.promisedOn, today)}. ${asked}`
  if (remindedOn === null) return due
  return reminders === 1
    ? `${due}. Reminded on ${writtenDate(remindedOn)}`
    : `${due}. Reminded ${reminders} times, last on ${writtenDate(remindedOn)}`
}

export type RequestsModel = {
  readonly hidden: Html
  readonly caseId: string
  readonly rows: readonly RequestRow[]
  /** How long an agency asked today has to answer. */
  readonly returnWorkingDays: number
  readonly addressees: readonly Addressee[]
  readonly mayGather: boolean
  /** It is recorded who confirmed the death and who the child is. */
  readonly confirmed: boolean
  /** When the answers that are waited for are expected; null while none is. */
  readonly expected: Expected | null
  readonly maySend: boolean
  readonly mayAdd: boolean
  readonly typed: { organisation: string; name: string; kind: string; email: string }
  readonly errors: readonly ErrorItem[]
  readonly today: PlainDate
}

/** The requests of a case, and a new one to an organisation that is known or added. */
export function requestsView(model: RequestsModel): Html {
  const { caseId, rows, expected, today, mayGather, confirmed, maySend, mayAdd } = model
  return html`<h1 class="govuk-heading-l">Information requests</h1>
${requestsTable(caseId, rows, today)}
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${expected && expectedView(expected)}
${!mayGather && insetText({ text: 'The panel has reviewed this case, so no more agencies can be asked.' })}
${mayGather && !confirmed && confirmFirst(caseId)}
${mayGather && confirmed && maySend && send(model)}
${mayGather && mayAdd && add(model)}
</div></div>`
}

/** Stands where something that leaves could be sent, until it may be. */
export function confirmFirst(caseId: string): Html {
  return insetText({
    html: html`Nothing is sent before the death is confirmed.
<a class="govuk-link" href="/cases/${caseId}/confirmation">Record who confirmed the death and who the child is</a>.`,
  })
}

function send({ hidden, caseId, addressees, typed, errors, returnWorkingDays }: RequestsModel): Html {
  const heading = html`<h2 class="govuk-heading-m">Send a request</h2>`
  if (addressees.length === 0) {
    return html`${heading}${severalLink(caseId)}<p class="govuk-body">Add the organisation you want to ask first.</p>`
  }
  return html`${heading}
${severalLink(caseId)}
<p class="govuk-body">The organisation gets an email with a link to its form. It names the case by its reference
only. It has ${returnWorkingDays} working days. The email says:</p>
${insetText({ text: LEGAL_BASIS })}
<form method="post" novalidate>${hidden}
${select({
  id: 'organisation',
  name: 'organisation',
  label: { text: 'Organisation', classes: 'govuk-label--s' },
  errorMessage: errorOf(errors, 'organisation'),
  items: [
    { value: '', text: 'Select an organisation', selected: typed.organisation === '' },
    ...addressees.map(({ value, text }) => ({ value, text, selected: value === typed.organisation })),
  ],
})}
${button({ text: 'Send request', name: '_action', value: 'send', preventDoubleClick: true })}
</form>`
}

const severalLink = (caseId: string): Html =>
  html`<p class="govuk-body"><a class="govuk-link" href="/cases/${caseId}/agencies">Ask several agencies at once, as the notification suggests</a></p>`

function add({ hidden, typed, errors }: RequestsModel): Html {
  const fields = html`${nameField(typed.name, errors)}
${kindAndMailbox(typed, errors)}`
  return html`<form method="post" novalidate>${hidden}
${fieldset({
  legend: { text: 'Add an organisation', classes: 'govuk-fieldset__legend--m' },
  html: fields,
})}
${button({ text: 'Add organisation', name: '_action', value: 'add', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>
<p class="govuk-body">Codes, dates and contacts are kept in the <a class="govuk-link" href="/organisations">directory of organisations</a>.</p>`
}
