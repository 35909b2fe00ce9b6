import {
  type CaseReference,
  type InformationRequestState,
  isAnswered,
  LEGAL_BASIS,
  type PlainDate,
} from '@cdop/domain'
import { type ReportingYearCode, reportingYearFrom } from '@cdop/statistics'
import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { dueWords } from '../../wording/due-words.ts'
import { restWords } from '../../wording/part-words.ts'
import { writtenCount } from '../../wording/written-count.ts'
import { writtenDate } from '../../wording/written-date.ts'

export const openInboxTitle = 'Requests to your mailbox'

/** The first page of every inbox link, right or wrong: it tells nobody anything about a case. */
export function openInboxView(formFields: Html): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${openInboxTitle}</h1>
<p class="govuk-body">When a child dies, the agencies that knew the child are asked what they know. Here stands everything
one panel asks of one mailbox, with what is due when and what was answered.</p>
${insetText({ text: LEGAL_BASIS })}
<p class="govuk-body">We will send a 6-digit code to the mailbox that your link was sent to. You have 10 minutes to
enter it.</p>
<form method="post" novalidate>
${formFields}
${button({ text: 'Send me a code', preventDoubleClick: true })}
</form>
</div></div>`
}

export type InboxRow = {
  readonly informationRequestId: string
  readonly reference: CaseReference
  readonly organisationName: string
  readonly state: InformationRequestState
  readonly sentOn: PlainDate
  readonly dueOn: PlainDate
  /** By when the rest was promised, where a part was sent. */
  readonly promisedOn: PlainDate | null
}

/** The self-assessment of an organisation of this mailbox. */
export type AskedForm = {
  readonly year: ReportingYearCode
  readonly organisationId: string
  readonly name: string
  readonly dueOn: PlainDate
  readonly recommendations: number
  readonly submitted: boolean
}

export const inboxTitle = 'What you are asked'

/** Every request that goes to the mailbox, by references and dates. Who the child was is shown on the form alone. */
export function inboxView({
  formFields,
  areaName,
  rows,
  forms,
  today,
}: {
  readonly formFields: Html
  readonly areaName: string
  readonly rows: readonly InboxRow[]
  /** Null while it cannot be told. */
  readonly forms: readonly AskedForm[] | null
  readonly today: PlainDate
}): Html {
  const open = rows.filter(({ state }) => !isAnswered(state)).length
  return html`<h1 class="govuk-heading-l">${inboxTitle}</h1>
<p class="govuk-body">Asked by the Child Death Overview Panel for ${areaName}. ${
    rows.length === 0
      ? forms?.length === 0
        ? 'Nothing is asked of this mailbox now.'
        : ''
      : `${open} of ${rows.length} still to be answered.`
  }</p>
${
  rows.length > 0 &&
  scrollRegion(
    'Requests to this mailbox',
    table({
      caption: 'Requests to this mailbox',
      captionClasses: 'govuk-visually-hidden',
      head: ['Case', 'What is asked', 'Asked of', 'Sent', 'State', 'Form'].map((text) => ({ text })),
      firstCellIsHeader: true,
      rows: rows.map((row) => [
        { text: row.reference },
        { text: 'Reporting form, with the forms it names' },
        { text: row.organisationName },
        { text: writtenDate(row.sentOn) },
        { text: stateWords(row, today) },
        { html: openButton(formFields, row) },
      ]),
    }),
  )
}
${forms === null && html`<p class="govuk-body">Whether a self-assessment is asked of you cannot be shown now. Try again later.</p>`}
${forms !== null && forms.length > 0 && selfAssessments(forms, today)}
<p class="govuk-body"><a class="govuk-link" href="/inbox/leave">Leave</a></p>`
}

function selfAssessments(forms: readonly AskedForm[], today: PlainDate): Html {
  return html`<h2 class="govuk-heading-m">Self-assessment</h2>
<p class="govuk-body">Once a year you are asked how far your organisation does what recommendations ask of it.</p>
<ul class="govuk-list">${forms.map(
    ({ year, organisationId, name, dueOn, recommendations, submitted }) =>
      html`<li><a class="govuk-link" href="/inbox/self-assessment/${year}/${organisationId}">${name}: ${reportingYearFrom(year).label.toLowerCase()}</a>,
${writtenCount(recommendations, 'recommendation')}: ${submitted ? 'answered' : `${dueWords(dueOn, today)}, ${writtenDate(dueOn)}`}</li>`,
  )}</ul>`
}

function stateWords({ state, dueOn, promisedOn }: InboxRow, today: PlainDate): string {
  if (state === 'returned' || state === 'accepted') return 'Returned'
  if (state === 'nothing-known') return 'Answered: nothing known'
  if (state === 'gone-without') return `Was due on ${writtenDate(dueOn)}. An answer is still taken`
  const part = promisedOn === null ? '' : `Part sent, ${restWords(promisedOn, today)}. `
  if (state === 'sent-back') return `${part}Sent back: questions are missing. ${dueWords(dueOn, today)}`
  return `${part}${dueWords(dueOn, today)}: ${writtenDate(dueOn)}`
}

const openButton = (formFields: Html, { informationRequestId, reference, state }: InboxRow): Html =>
  html`<form method="post" novalidate>${formFields}
<input type="hidden" name="request" value="${informationRequestId}">
${button({
  text: isAnswered(state) ? `Receipt of ${reference}` : `Open ${reference}`,
  classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
  preventDoubleClick: true,
})}
</form>`

export const leaveInboxTitle = 'Leave your requests'

export function leaveInboxView(formFields: Html): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${leaveInboxTitle}</h1>
<p class="govuk-body">We keep what you saved. To come back, open the link in the email and ask for a new code.</p>
<form method="post" novalidate>
${formFields}
${button({ text: leaveInboxTitle, preventDoubleClick: true })}
</form>
</div></div>`
}
