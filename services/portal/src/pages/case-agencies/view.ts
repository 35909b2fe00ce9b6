import { button } from '../../components/button.ts'
import { checkboxes } from '../../components/checkboxes.ts'
import { details } from '../../components/details.ts'
import { errorMessage } from '../../components/error-message.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { organisationKindWords } from '../../wording/organisation-kind-words.ts'
import { proposalWords } from '../../wording/proposal-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { addresseeCode } from '../case-requests/form.ts'
import { confirmFirst } from '../case-requests/view.ts'
import type { Choice, NamedAgency, ProposedKind } from './model.ts'

/** As many of a kind as are shown unfolded, besides those that are surely meant. */
const UNFOLDED = 5

export type AgenciesModel = {
  readonly hidden: Html
  readonly caseId: string
  readonly kinds: readonly ProposedKind[]
  /** What was ticked before; null the first time. */
  readonly chosen: readonly string[] | null
  readonly mayGather: boolean
  readonly confirmed: boolean
  /** How long an agency asked today has to answer. */
  readonly returnWorkingDays: number
  /** The newest time several were asked at once. */
  readonly batch: string | null
  readonly errors: readonly ErrorItem[]
}

export const agenciesTitle = 'Agencies to ask'

/** Whom the notification suggests to ask about a child, and all of those who are ticked asked at once. */
export function agenciesView(model: AgenciesModel): Html {
  const { caseId, mayGather, confirmed, batch } = model
  return html`<h1 class="govuk-heading-l">${agenciesTitle}</h1>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<p class="govuk-body">What the notification says suggests these. Ask others on the page of
<a class="govuk-link" href="/cases/${caseId}/requests">information requests</a>.</p>
${
  batch !== null &&
  html`<p class="govuk-body"><a class="govuk-link" href="/cases/${caseId}/agencies/${batch}">See what became of those asked last</a></p>`
}
${!mayGather && insetText({ text: 'The panel has reviewed this case, so no more agencies can be asked.' })}
${mayGather && !confirmed && confirmFirst(caseId)}
${mayGather && confirmed && askForm(model)}
</div></div>`
}

function askForm({ hidden, kinds, chosen, errors, returnWorkingDays }: AgenciesModel): Html {
  const wrong = errorOf(errors, 'organisation')
  const first = kinds.findIndex(({ choices }) => choices.some(({ askedOn }) => askedOn === null))
  if (first < 0) {
    return html`${kinds.map((kind) => kindView(kind, chosen, false))}
${insetText({ text: 'Every organisation of the directory that is suggested has been asked.' })}`
  }
  return html`<form method="post" novalidate>${hidden}
${wrong && errorMessage({ text: wrong.text })}
${kinds.map((kind, at) => kindView(kind, chosen, at === first))}
<p class="govuk-body">Each gets an email of its own with a link to its form. It names the case by its reference only.
They have ${returnWorkingDays} working days.</p>
${button({ text: 'Ask the agencies selected', preventDoubleClick: true })}
</form>`
}

function kindView(
  { kind, reasons, named, choices, toAdd }: ProposedKind,
  chosen: readonly string[] | null,
  isFirst: boolean,
): Html {
  const asked = choices.filter(({ askedOn }) => askedOn !== null)
  const open = choices.filter(({ askedOn }) => askedOn === null)
  const shown = open.length <= UNFOLDED ? open : open.filter((choice) => isTicked(choice, chosen))
  const folded = open.filter((choice) => !shown.includes(choice))
  const idPrefix = isFirst ? 'organisation' : `organisation-${kind}`
  return html`<section aria-labelledby="kind-${kind}">
<h2 class="govuk-heading-m" id="kind-${kind}">${organisationKindWords[kind]}</h2>
<p class="govuk-body">Why: ${reasons.map((reason) => proposalWords[reason]).join('; ')}.</p>
${named.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${named.map((one) => html`<li>${namedWords(one)}</li>`)}</ul>`}
${asked.map(({ name, askedOn }) => askedOn !== null && html`<p class="govuk-body">${name}: asked on ${writtenDate(askedOn)}</p>`)}
${shown.length > 0 && boxes('Select whom to ask', idPrefix, shown, chosen)}
${
  folded.length > 0 &&
  details({
    summaryText: `Others of this kind in the directory (${folded.length})`,
    html: boxes('Select whom else to ask', shown.length > 0 ? `other-${kind}` : idPrefix, folded, chosen),
  })
}
${missing(toAdd, choices.length === 0)}
</section>`
}

/** What is to be added to the directory before it can be asked. */
function missing(toAdd: readonly string[], none: boolean): Html | null {
  const add = html`<a class="govuk-link" href="/organisations/new">Add it to the directory</a>`
  if (toAdd.length > 0) {
    return html`${toAdd.map((name) => html`<p class="govuk-body">Not in the directory: ${name}. ${add}</p>`)}`
  }
  return none
    ? html`<p class="govuk-body">No organisation of this kind is in the directory. ${add}</p>`
    : null
}

/** A professional as the notification writes them. */
function namedWords({ organisation, person, email, phone }: NamedAgency): string {
  const said = [organisation, person, email, phone].filter((part) => part !== null && part !== '')
  return said.length === 0 ? 'Named without a name' : said.join(', ')
}

const codesOf = ({ organisationId, contacts }: Choice): string[] => [
  addresseeCode(organisationId, null),
  ...contacts.map(({ contactId }) => addresseeCode(organisationId, contactId)),
]

function isTicked(choice: Choice, chosen: readonly string[] | null): boolean {
  return chosen === null ? choice.sure : codesOf(choice).some((code) => chosen.includes(code))
}

function boxes(
  legend: string,
  idPrefix: string,
  choices: readonly Choice[],
  chosen: readonly string[] | null,
): Html {
  return checkboxes({
    idPrefix,
    name: 'organisation',
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
    items: choices.flatMap(({ organisationId, name, contacts, sure }) => {
      const mailbox = addresseeCode(organisationId, null)
      return [
        { value: mailbox, text: name, checked: chosen === null ? sure : chosen.includes(mailbox) },
        ...contacts.map(({ contactId, role }) => {
          const value = addresseeCode(organisationId, contactId)
          return { value, text: `${name}: ${role}`, checked: chosen?.includes(value) ?? false }
        }),
      ]
    }),
  })
}
