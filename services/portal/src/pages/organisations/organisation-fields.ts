import { OrganisationKind } from '@cdop/domain'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { select } from '../../components/select.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { dateField } from '../../typed-form/typed-date.ts'
import { organisationKindWords } from '../../wording/organisation-kind-words.ts'
import type { TypedDetails } from './form.ts'

type Errors = readonly ErrorItem[]

export const nameField = (value: string, errors: Errors): Html =>
  input({
    id: 'name',
    name: 'name',
    label: { text: 'Name of the organisation' },
    value,
    autocomplete: 'off',
    errorMessage: errorOf(errors, 'name'),
  })

/** Kind and mailbox: what must be known to ask an organisation. */
export function kindAndMailbox({ kind, email }: Pick<TypedDetails, 'kind' | 'email'>, errors: Errors): Html {
  return html`${select({
    id: 'kind',
    name: 'kind',
    label: { text: 'Kind of organisation' },
    errorMessage: errorOf(errors, 'kind'),
    items: [
      { value: '', text: 'Select a kind', selected: kind === '' },
      ...OrganisationKind.options.map((value) => ({
        value,
        text: organisationKindWords[value],
        selected: value === kind,
      })),
    ],
  })}
${input({
  id: 'email',
  name: 'email',
  type: 'email',
  label: { text: 'Email address for requests' },
  hint: { text: 'Use a shared mailbox of the organisation if it has one' },
  value: email,
  autocomplete: 'off',
  spellcheck: false,
  errorMessage: errorOf(errors, 'email'),
})}`
}

const codeField = (id: 'odsCode' | 'gssCode', text: string, hint: string, value: string, errors: Errors) =>
  input({
    id,
    name: id,
    label: { text },
    hint: { text: hint },
    value,
    classes: 'govuk-input--width-10',
    autocomplete: 'off',
    spellcheck: false,
    errorMessage: errorOf(errors, id),
  })

/** Everything the directory knows of an organisation besides its names and contacts. */
export function detailsFields(typed: TypedDetails, errors: Errors): Html {
  return html`${kindAndMailbox(typed, errors)}
${codeField('odsCode', 'ODS code (optional)', 'Of a surgery, trust or site of the NHS, like RR8 or Y01234', typed.odsCode, errors)}
${codeField('gssCode', 'GSS code (optional)', 'Of a local authority or police force, like E08000035', typed.gssCode, errors)}
${dateField({
  name: 'activeFrom',
  legend: 'First day it can be asked (optional)',
  value: typed.activeFrom,
  errors,
})}
${dateField({
  name: 'activeTo',
  legend: 'Last day it can be asked (optional)',
  hint: 'When it closes or is merged. For example, 31 3 2027',
  value: typed.activeTo,
  errors,
})}`
}
