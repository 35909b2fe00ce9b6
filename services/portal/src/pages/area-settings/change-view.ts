import { TonightContact } from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { tonightWords } from '../../tonight/tonight-words.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import type { TypedContacts, TypedTimes } from './form.ts'
import { timeFields, timeNames } from './time-fields.ts'

type Changing<Typed> = {
  hidden: Html
  version: number
  typed: Typed
  errors: readonly ErrorItem[]
}

function changing(title: string, hidden: Html, version: number, fields: readonly Html[]): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${title}</h1>
<form method="post" novalidate>
${hidden}
<input type="hidden" name="version" value="${version}">
${fields}
${button({ text: 'Save changes', preventDoubleClick: true })}
</form>
</div></div>`
}

export function changeNumbersView({ hidden, version, typed, errors }: Changing<TypedContacts>): Html {
  const fields = TonightContact.options.map((contact) => {
    const errorMessage = errorOf(errors, contact)
    return input({
      name: contact,
      id: contact,
      type: 'tel',
      label: { text: tonightWords[contact] },
      hint: { text: 'Leave it empty if callers should ask their switchboard' },
      classes: 'govuk-input--width-20',
      value: typed[contact],
      autocomplete: 'off',
      ...(errorMessage && { errorMessage }),
    })
  })
  return changing('Numbers for tonight', hidden, version, fields)
}

export function changeTimesView({ hidden, version, typed, errors }: Changing<TypedTimes>): Html {
  const fields = timeNames.map((name) => {
    const errorMessage = errorOf(errors, name)
    const { label, hint, unit } = timeFields[name]
    return input({
      name,
      id: name,
      inputmode: 'numeric',
      label: { text: label },
      hint: { text: hint },
      suffix: { text: unit },
      classes: 'govuk-input--width-4',
      value: typed[name],
      autocomplete: 'off',
      ...(errorMessage && { errorMessage }),
    })
  })
  return changing('Times', hidden, version, fields)
}
