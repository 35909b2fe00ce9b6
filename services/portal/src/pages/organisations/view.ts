import { isInUse, type OrganisationKind, type PlainDate } from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { organisationKindWords } from '../../wording/organisation-kind-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { TypedDetails } from './form.ts'
import { detailsFields, nameField } from './organisation-fields.ts'

export const organisationsTitle = 'Organisations'
export const newOrganisationTitle = 'Add an organisation'

type Row = {
  readonly organisationId: string
  readonly name: string
  readonly kind: OrganisationKind
  readonly email: string
  readonly odsCode: string | null
  readonly gssCode: string | null
  readonly activeFrom: PlainDate | null
  readonly activeTo: PlainDate | null
}

export type OrganisationsModel = {
  readonly hidden: Html
  readonly rows: readonly Row[]
  /** What was looked for; empty when everything is shown. */
  readonly typed: string
  readonly mayWrite: boolean
  readonly errors: readonly ErrorItem[]
  readonly today: PlainDate
}

/** The organisations an area can ask, and a way to find one. */
export function organisationsView({
  hidden,
  rows,
  typed,
  mayWrite,
  errors,
  today,
}: OrganisationsModel): Html {
  return html`<h1 class="govuk-heading-l">${organisationsTitle}</h1>
${mayWrite && button({ text: newOrganisationTitle, href: '/organisations/new' })}
<p class="govuk-body"><a class="govuk-link" href="/response-times">How long they take to answer</a></p>
<form method="post" novalidate>${hidden}
${input({
  id: 'typed',
  name: 'typed',
  label: { text: 'Find by name or code', classes: 'govuk-label--s' },
  hint: { text: 'Names an organisation had before are found too' },
  value: typed,
  classes: 'govuk-input--width-20',
  autocomplete: 'off',
  spellcheck: false,
  errorMessage: errorOf(errors, 'typed'),
})}
${button({ text: 'Find', classes: 'govuk-button--secondary' })}
</form>
${list(rows, typed, today)}`
}

function list(rows: readonly Row[], typed: string, today: PlainDate): Html {
  if (rows.length === 0) {
    return typed === ''
      ? html`<p class="govuk-body">There is no organisation in the directory yet.</p>`
      : html`<p class="govuk-body">No organisation was found. <a class="govuk-link" href="/organisations">Show all</a></p>`
  }
  return html`${
    typed !== '' &&
    html`<p class="govuk-body"><a class="govuk-link" href="/organisations">Show all organisations</a></p>`
  }
${scrollRegion(
  organisationsTitle,
  table({
    caption: rows.length === 1 ? '1 organisation' : `${rows.length} organisations`,
    captionClasses: 'govuk-table__caption--s',
    head: ['Organisation', 'Kind', 'Codes', 'Requests go to', 'Can be asked'].map((text) => ({ text })),
    rows: rows.map((row) => [
      {
        html: html`<a class="govuk-link" href="/organisations/${row.organisationId}">${row.name}</a>`,
      },
      { text: organisationKindWords[row.kind] },
      { text: [row.odsCode, row.gssCode].filter((code) => code !== null).join(', ') },
      { text: row.email },
      { text: inUse(row, today) },
    ]),
  }),
)}`
}

/** Whether an organisation can be asked, in words. */
export function inUse(
  { activeFrom, activeTo }: Pick<Row, 'activeFrom' | 'activeTo'>,
  today: PlainDate,
): string {
  if (isInUse({ activeFrom, activeTo }, today)) {
    return activeTo === null ? 'Yes' : `Yes, until ${writtenDate(activeTo)}`
  }
  if (activeFrom !== null && today < activeFrom) return `From ${writtenDate(activeFrom)}`
  return activeTo === null ? 'No' : `No, since ${writtenDate(activeTo)}`
}

export type NewOrganisationModel = {
  readonly hidden: Html
  readonly typed: TypedDetails & { readonly name: string }
  readonly errors: readonly ErrorItem[]
}

export function newOrganisationView({ hidden, typed, errors }: NewOrganisationModel): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${newOrganisationTitle}</h1>
<form method="post" novalidate>${hidden}
${nameField(typed.name, errors)}
${detailsFields(typed, errors)}
${button({ text: 'Add organisation', preventDoubleClick: true })}
</form></div></div>`
}
