import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { errorOf } from '../../typed-form/read-typed.ts'

export const passOnTitle = 'Pass the form to a colleague'

export type PassOnModel = {
  readonly hidden: Html
  readonly organisationName: string
  readonly typed: { readonly name: string; readonly email: string }
  readonly errors: readonly ErrorItem[]
}

/** Who answers instead. */
export function passOnView({ hidden, organisationName, typed, errors }: PassOnModel): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${organisationName}</span>
<h1 class="govuk-heading-l">${passOnTitle}</h1>
<p class="govuk-body">We send your colleague a link of their own, with everything saved so far. Your link stops working, and
the coordinator sees who has the form now.</p>
<form method="post" novalidate>${hidden}
${input({ id: 'name', name: 'name', label: { text: 'Name of your colleague' }, value: typed.name, autocomplete: 'off', errorMessage: errorOf(errors, 'name') })}
${input({
  id: 'email',
  name: 'email',
  type: 'email',
  label: { text: 'Email address of your colleague' },
  hint: { text: 'It must end as the address that your own link was sent to, after the @' },
  value: typed.email,
  autocomplete: 'off',
  spellcheck: false,
  errorMessage: errorOf(errors, 'email'),
})}
${button({ text: 'Pass the form on', preventDoubleClick: true })}
</form>
</div></div>`
}

export const passedOnTitle = 'You have passed the form on'

export function passedOnView(): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${passedOnTitle}</h1>
<p class="govuk-body">Your colleague gets an email with a link. Your own link no longer opens the form.</p>
<p class="govuk-body">Nothing else is needed from you.</p>
</div></div>`
}
