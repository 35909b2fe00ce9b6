import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import type { Screen } from '../../page/screen.ts'
import { accessFields, messageFor, type TypedAccess } from './access-fields.ts'

export function inviteScreen(
  formFields: Html,
  typed: TypedAccess & { name: string; email: string },
  errors: readonly ErrorItem[],
): Screen {
  return {
    title: 'Invite a person',
    section: 'Users',
    backLink: '/users',
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Invite a person</h1>
<form method="post" novalidate>
${formFields}
${input({
  name: 'name',
  id: 'name',
  label: { text: 'Name' },
  value: typed.name,
  autocomplete: 'off',
  spellcheck: false,
  ...messageFor(errors, 'name'),
})}
${input({
  name: 'email',
  id: 'email',
  type: 'email',
  label: { text: 'Email address' },
  hint: { text: 'The one they sign in with' },
  value: typed.email,
  autocomplete: 'off',
  spellcheck: false,
  ...messageFor(errors, 'email'),
})}
${accessFields(typed, errors)}
${button({ text: 'Give access', preventDoubleClick: true })}
</form>
</div></div>`,
  }
}
