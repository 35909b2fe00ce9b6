import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { insetText } from '../../components/inset-text.ts'
import { errorOf } from '../../typed-form/read-typed.ts'

export const nothingKnownTitle = 'Nothing is known about this child'

export type NothingKnownModel = {
  readonly hidden: Html
  readonly organisationName: string
  /** Answers were saved: they are not sent. */
  readonly begun: boolean
  readonly typed: { readonly name: string; readonly role: string }
  readonly errors: readonly ErrorItem[]
}

/** Where a reporter says that their agency did not know the child. */
export function nothingKnownView({
  hidden,
  organisationName,
  begun,
  typed,
  errors,
}: NothingKnownModel): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${organisationName}</span>
<h1 class="govuk-heading-l">${nothingKnownTitle}</h1>
<p class="govuk-body">Tell us this if your agency has looked in its records and has nothing about the child. It is an
answer: nothing else is needed, and we do not ask you again.</p>
${begun && insetText({ text: 'You have answered part of the form. Those answers are not sent if you continue.' })}
<form method="post" novalidate>${hidden}
${input({ id: 'name', name: 'name', label: { text: 'Your name' }, value: typed.name, autocomplete: 'name', errorMessage: errorOf(errors, 'name') })}
${input({ id: 'role', name: 'role', label: { text: 'Your role' }, value: typed.role, autocomplete: 'organization-title', errorMessage: errorOf(errors, 'role') })}
${button({ text: 'Tell us that nothing is known', preventDoubleClick: true })}
</form>
</div></div>`
}
