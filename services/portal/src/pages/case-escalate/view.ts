import { type EscalationStep, escalationsOpen, type PlainDate } from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { radios } from '../../components/radios.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { dateField } from '../../typed-form/typed-date.ts'
import { chaserWords, chasingStepWords, type ShownChaser } from '../../wording/chasing-words.ts'
import { escalationLetters, LETTER_FOOT } from '../../wording/escalation-letters.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { TypedEscalation } from './form.ts'

/** A request as its letters name it: nothing of the child but the reference of the case. */
export type EscalatedRequest = {
  readonly informationRequestId: string
  readonly organisationName: string
  readonly sentOn: PlainDate
  readonly dueOn: PlainDate
  readonly chasers: readonly ShownChaser[]
}

export type EscalateModel = {
  readonly hidden: Html
  readonly caseId: string
  readonly request: EscalatedRequest
  readonly typed: TypedEscalation
  readonly errors: readonly ErrorItem[]
}

/** Letters to print, and the record of the one that was sent. */
export function escalateView({ hidden, caseId, request, typed, errors }: EscalateModel): Html {
  const open = escalationsOpen(request.chasers)
  const letterOf = (step: EscalationStep) =>
    `/cases/${caseId}/requests/${request.informationRequestId}/letter/${step}`
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Write to the agency’s leaders</h1>
<p class="govuk-body">${request.organisationName} was asked on ${writtenDate(request.sentOn)}. Its answer was due on
${writtenDate(request.dueOn)}.</p>
${
  open.length === 0
    ? html`<p class="govuk-body">Every step has been taken. The chair or the designated doctor can now decide that the
review goes on without this agency.</p>`
    : html`<h2 class="govuk-heading-m">Letters to print</h2>
<ul class="govuk-list govuk-list--bullet">${open.map(
        (step) => html`<li><a class="govuk-link" href="${letterOf(step)}">${chasingStepWords[step]}</a></li>`,
      )}</ul>
<form method="post" novalidate>${hidden}
${radios({
  name: 'step',
  idPrefix: 'step',
  value: typed.step,
  fieldset: { legend: { text: 'What have you sent?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'step'),
  items: open.map((value) => ({ value, text: chasingStepWords[value] })),
})}
${input({
  id: 'addressee',
  name: 'addressee',
  label: { text: 'Whom did you write to?', classes: 'govuk-label--s' },
  hint: { text: 'Name and office. It is kept sealed' },
  value: typed.addressee,
  autocomplete: 'off',
  errorMessage: errorOf(errors, 'addressee'),
})}
${dateField({ name: 'on', legend: 'When was it sent?', value: typed.on, errors })}
${button({ text: 'Record that it was sent', preventDoubleClick: true })}
</form>`
}
</div></div>`
}

/** A letter as it is printed. It names the case by its reference, and no child. */
export function letterView(
  step: EscalationStep,
  {
    request,
    reference,
    areaName,
    today,
  }: { request: EscalatedRequest; reference: string; areaName: string; today: PlainDate },
): Html {
  const { to, opening, paragraphs } = escalationLetters[step]
  const before = request.chasers.filter(({ result }) => result === 'sent' || result === 'done')
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${chasingStepWords[step]}</h1>
<p class="govuk-body">${writtenDate(today)}</p>
<p class="govuk-body">To: ${to}<br>${request.organisationName}</p>
<p class="govuk-body"><strong>Case ${reference}: information for the Child Death Overview Panel for ${areaName}</strong></p>
<p class="govuk-body">${opening}</p>
<p class="govuk-body">We asked ${request.organisationName} on ${writtenDate(request.sentOn)} to return the reporting form by
${writtenDate(request.dueOn)}.${before.length > 0 && ' Since then:'}</p>
${
  before.length > 0 &&
  html`<ul class="govuk-list govuk-list--bullet">${before.map((chaser) => html`<li>${chaserWords({ ...chaser, addressee: null })}</li>`)}</ul>`
}
${paragraphs.map((paragraph) => html`<p class="govuk-body">${paragraph}</p>`)}
<p class="govuk-body">${LETTER_FOOT}</p>
<p class="govuk-body">The child is not named in this letter. The link we mailed opens the form and shows who the child was.</p>
<p class="govuk-body">For the Child Death Overview Panel for ${areaName}</p>
</div></div>`
}
