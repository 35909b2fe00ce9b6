import {
  type FormStillOpen,
  type InformationRequestState,
  isAnswered,
  isWaitedFor,
  type NeededForm,
  type PlainDate,
  type SupplementaryFormKind,
} from '@cdop/domain'
import { button } from '../../components/button.ts'
import { checkboxes } from '../../components/checkboxes.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { radios } from '../../components/radios.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import {
  formReasonWords,
  formToday,
  formWords,
  openFormWords,
  stagesOf,
} from '../../wording/supplementary-form-words.ts'
import { stagesName, type TypedAsk } from './form.ts'

type Asked = {
  readonly informationRequestId: string
  readonly kind: SupplementaryFormKind
  readonly stages: readonly string[] | null
}

export type FormsModel = {
  readonly hidden: Html
  readonly caseId: string
  readonly needed: readonly NeededForm[]
  readonly open: readonly FormStillOpen[]
  readonly asked: readonly Asked[]
  readonly requests: readonly {
    readonly informationRequestId: string
    readonly organisationName: string
    readonly state: InformationRequestState
  }[]
  /** Agencies can still be asked, and the person may ask them. */
  readonly mayAsk: boolean
  readonly typed: TypedAsk
  readonly errors: readonly ErrorItem[]
  readonly today: PlainDate
  /** Every kind, in the order of their names. */
  readonly kinds: readonly SupplementaryFormKind[]
}

/** Which supplementary forms the case needs and why, of whom each was asked, and asking for them. */
export function formsView(model: FormsModel): Html {
  const { open, today, mayAsk } = model
  return html`<h1 class="govuk-heading-l">Supplementary forms</h1>
${formsTable(model)}
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${open.map(({ because, among }) =>
  insetText({
    html: html`${openFormWords[because]}. Ask what happened: one of these forms is needed.
<ul class="govuk-list govuk-list--bullet">${among.map((kind) => html`<li>${formWords(kind, today)}</li>`)}</ul>`,
  }),
)}
<p class="govuk-body">The wording of these forms is not yet verified against the national forms.</p>
${mayAsk && ask(model)}
</div></div>`
}

function formsTable({ caseId, needed, asked, requests, today }: FormsModel): Html {
  const others = asked.map(({ kind }) => kind).filter((kind) => !needed.some((one) => one.kind === kind))
  const rows = [...needed, ...[...new Set(others)].map((kind) => ({ kind, because: [] }))]
  if (rows.length === 0) {
    return html`<p class="govuk-body">By what is known so far, the case needs no supplementary form.</p>`
  }
  return scrollRegion(
    'Supplementary forms',
    table({
      caption: 'Forms the case needs, and of whom each was asked',
      captionClasses: 'govuk-visually-hidden',
      head: ['Form', 'Why', 'Asked of'].map((text) => ({ text })),
      rows: rows.map(({ kind, because }) => [
        { text: formWords(kind, today) },
        {
          text:
            because.length === 0
              ? 'You asked for it'
              : because.map((reason) => formReasonWords[reason]).join('. '),
        },
        { html: askedOf(caseId, kind, asked, requests, today) },
      ]),
    }),
  )
}

function askedOf(
  caseId: string,
  kind: SupplementaryFormKind,
  asked: readonly Asked[],
  requests: FormsModel['requests'],
  today: PlainDate,
): Html {
  const own = asked.filter((one) => one.kind === kind)
  if (own.length === 0) return html`<strong>Nobody yet</strong>`
  const stages = stagesOf(formToday(kind, today))
  return html`<ul class="govuk-list">${own.map(({ informationRequestId, stages: sent }) => {
    const request = requests.find((one) => one.informationRequestId === informationRequestId)
    const parts = stages.filter(({ linkId }) => sent?.includes(linkId)).map(({ title }) => title)
    return html`<li><a class="govuk-link" href="/cases/${caseId}/requests/${informationRequestId}">${
      request?.organisationName ?? 'An agency'
    }</a>${request && isAnswered(request.state) && html`: returned`}${
      parts.length > 0 && html` (${parts.join('; ')})`
    }</li>`
  })}</ul>`
}

function ask({ hidden, requests, needed, asked, typed, errors, today, kinds }: FormsModel): Html {
  const waiting = requests.filter(({ state }) => isWaitedFor(state))
  const heading = html`<h2 class="govuk-heading-m">Ask an agency</h2>`
  if (waiting.length === 0) {
    return html`${heading}<p class="govuk-body">Send an information request first. The forms you ask for are filled in
with it.</p>`
  }
  const missing = needed.map(({ kind }) => kind).filter((kind) => !asked.some((one) => one.kind === kind))
  return html`${heading}
<form method="post" novalidate>${hidden}
${radios({
  name: 'request',
  idPrefix: 'request',
  value: typed.request,
  fieldset: { legend: { text: 'Which agency?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'request'),
  items: waiting.map(({ informationRequestId, organisationName }) => ({
    value: informationRequestId,
    text: organisationName,
  })),
})}
${checkboxes({
  name: 'forms',
  idPrefix: 'forms',
  values: [...typed.forms],
  fieldset: { legend: { text: 'Which forms?', classes: 'govuk-fieldset__legend--s' } },
  hint: { text: 'They stand in the task list of the agency from now on' },
  errorMessage: errorOf(errors, 'forms'),
  items: kinds.map((kind) => ({
    value: kind,
    text: formWords(kind, today),
    ...(missing.includes(kind) && { hint: { text: 'Needed, and asked of nobody yet' } }),
    ...stagesToChoose(kind, typed, today),
  })),
})}
${button({ text: 'Ask for these forms', preventDoubleClick: true })}
</form>`
}

/** Under a form with stages: which of them this agency is sent. */
function stagesToChoose(kind: SupplementaryFormKind, typed: TypedAsk, today: PlainDate) {
  const stages = stagesOf(formToday(kind, today))
  if (stages.length === 0) return {}
  const name = stagesName(kind)
  return {
    conditional: {
      html: checkboxes({
        name,
        idPrefix: name,
        values: [...(typed.stages[kind] ?? [])],
        fieldset: { legend: { text: 'Which stages?', classes: 'govuk-fieldset__legend--s' } },
        hint: { text: 'Select none to ask for all of them' },
        items: stages.map(({ linkId, title }) => ({ value: linkId, text: title })),
      }),
    },
  }
}
