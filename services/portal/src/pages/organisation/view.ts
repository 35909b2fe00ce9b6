import type { OrganisationKind, PlainDate } from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { select } from '../../components/select.ts'
import { summaryList } from '../../components/summary-list.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { dateField } from '../../typed-form/typed-date.ts'
import { organisationKindWords } from '../../wording/organisation-kind-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { TypedDetails } from '../organisations/form.ts'
import { detailsFields, nameField } from '../organisations/organisation-fields.ts'
import { inUse } from '../organisations/view.ts'
import type { TypedContact, TypedRename } from './form.ts'

type Contact = {
  readonly contactId: string
  readonly role: string
  readonly email: string
  readonly phone: string | null
  readonly from: PlainDate
  readonly endedOn: PlainDate | null
}

export type OrganisationModel = {
  readonly hidden: Html
  readonly organisation: {
    readonly name: string
    readonly kind: OrganisationKind
    readonly email: string
    readonly odsCode: string | null
    readonly gssCode: string | null
    readonly activeFrom: PlainDate | null
    readonly activeTo: PlainDate | null
    readonly version: number
  }
  readonly names: readonly { readonly name: string; readonly from: PlainDate | null }[]
  readonly contacts: readonly Contact[]
  readonly mayWrite: boolean
  readonly typed: {
    readonly rename: TypedRename
    readonly details: TypedDetails
    readonly contact: TypedContact
  }
  readonly errors: readonly ErrorItem[]
  readonly today: PlainDate
}

/** One organisation of the directory: what is known of it, and what can be changed. */
export function organisationView(model: OrganisationModel): Html {
  const { organisation, names, contacts, mayWrite, today } = model
  const { name, kind, email, odsCode, gssCode } = organisation
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${name}</h1>
${summaryList({
  rows: [
    { key: { text: 'Kind' }, value: { text: organisationKindWords[kind] } },
    { key: { text: 'Requests go to' }, value: { text: email } },
    { key: { text: 'ODS code' }, value: { text: odsCode ?? 'None' } },
    { key: { text: 'GSS code' }, value: { text: gssCode ?? 'None' } },
    { key: { text: 'Can be asked' }, value: { text: inUse(organisation, today) } },
  ],
})}
<h2 class="govuk-heading-m">Contacts</h2>
${contactsTable(model)}
${mayWrite && addContact(model)}
<h2 class="govuk-heading-m">Names</h2>
${scrollRegion(
  'Names',
  table({
    caption: 'Names the organisation had',
    captionClasses: 'govuk-visually-hidden',
    head: ['Name', 'From'].map((text) => ({ text })),
    rows: names.map((one) => [
      { text: one.name },
      { text: one.from === null ? 'When it was entered' : writtenDate(one.from) },
    ]),
  }),
)}
${mayWrite && rename(model)}
${mayWrite && change(model)}
${
  contacts.some(({ endedOn }) => endedOn === null) &&
  html`<p class="govuk-body">A request already sent stays with whom it went to.</p>`
}
</div></div>`
}

const versionField = (model: OrganisationModel) =>
  html`<input type="hidden" name="version" value="${String(model.organisation.version)}">`

function contactsTable({ contacts, hidden, mayWrite }: OrganisationModel): Html {
  if (contacts.length === 0) {
    return html`<p class="govuk-body">Nobody is named: requests go to the mailbox of the organisation.</p>`
  }
  return scrollRegion(
    'Contacts',
    table({
      caption: 'Who answers, and who did',
      captionClasses: 'govuk-visually-hidden',
      head: ['Role or team', 'Email', 'Telephone', 'Since', 'Until'].map((text) => ({ text })),
      rows: contacts.map(({ contactId, role, email, phone, from, endedOn }) => [
        { text: role },
        { text: email },
        { text: phone ?? '' },
        { text: writtenDate(from) },
        {
          html:
            endedOn !== null
              ? html`${writtenDate(endedOn)}`
              : html`${
                  mayWrite &&
                  html`<form method="post" novalidate>${hidden}
<input type="hidden" name="contactId" value="${contactId}">
${button({ text: `End ${role}`, name: '_action', value: 'end-contact', classes: 'govuk-button--secondary govuk-!-margin-bottom-0', preventDoubleClick: true })}
</form>`
                }`,
        },
      ]),
    }),
  )
}

function addContact({ hidden, contacts, typed, errors }: OrganisationModel): Html {
  const { role, contactEmail, phone, replaces } = typed.contact
  const now = contacts.filter(({ endedOn }) => endedOn === null)
  return html`<form method="post" novalidate>${hidden}
<h3 class="govuk-heading-s">Add or replace a contact</h3>
${input({
  id: 'role',
  name: 'role',
  label: { text: 'Role or team' },
  hint: { text: 'A role outlasts a person, like “Named nurse for safeguarding”' },
  value: role,
  autocomplete: 'off',
  errorMessage: errorOf(errors, 'role'),
})}
${input({
  id: 'contactEmail',
  name: 'contactEmail',
  type: 'email',
  label: { text: 'Email address of the role or team' },
  value: contactEmail,
  autocomplete: 'off',
  spellcheck: false,
  errorMessage: errorOf(errors, 'contactEmail'),
})}
${input({
  id: 'phone',
  name: 'phone',
  type: 'tel',
  label: { text: 'Telephone (optional)' },
  value: phone,
  classes: 'govuk-input--width-20',
  autocomplete: 'off',
  errorMessage: errorOf(errors, 'phone'),
})}
${
  now.length > 0 &&
  select({
    id: 'replaces',
    name: 'replaces',
    label: { text: 'In the place of' },
    items: [
      { value: '', text: 'Nobody', selected: replaces === '' },
      ...now.map((one) => ({
        value: one.contactId,
        text: `${one.role} (${one.email})`,
        selected: one.contactId === replaces,
      })),
    ],
  })
}
${button({ text: 'Save contact', name: '_action', value: 'add-contact', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>`
}

function rename(model: OrganisationModel): Html {
  const { hidden, typed, errors } = model
  return html`<form method="post" novalidate>${hidden}${versionField(model)}
<h3 class="govuk-heading-s">Rename from a day</h3>
${nameField(typed.rename.name, errors)}
${dateField({
  name: 'from',
  legend: 'First day of the name',
  hint: 'What was sent before that day keeps the earlier name. For example, 1 4 2026',
  value: typed.rename.from,
  errors,
})}
${button({ text: 'Rename', name: '_action', value: 'rename', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>`
}

function change(model: OrganisationModel): Html {
  const { hidden, typed, errors } = model
  return html`<h2 class="govuk-heading-m">Codes, mailbox and dates</h2>
<form method="post" novalidate>${hidden}${versionField(model)}
${detailsFields(typed.details, errors)}
${button({ text: 'Save', name: '_action', value: 'change', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>`
}
