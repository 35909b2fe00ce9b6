import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import type { Screen } from '../../page/screen.ts'
import type { AreaUser } from '../../user/membership-store.ts'
import { accessFields, type TypedAccess } from './access-fields.ts'

export function changeScreen(
  formFields: Html,
  user: AreaUser,
  typed: TypedAccess,
  errors: readonly ErrorItem[],
): Screen {
  return {
    // No name: titles stand in the browser's history.
    title: 'Change access',
    section: 'Users',
    backLink: '/users',
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${user.displayName}</span>
<h1 class="govuk-heading-l">Change access</h1>
<form method="post" novalidate>
${formFields}
${accessFields(typed, errors)}
${button({ text: 'Save changes', name: '_action', value: 'save', preventDoubleClick: true })}
<h2 class="govuk-heading-m">End access</h2>
<p class="govuk-body">The person is signed out of this area at once. You can invite them again later.</p>
${button({
  text: 'End access',
  name: '_action',
  value: 'end-access',
  classes: 'govuk-button--warning',
  preventDoubleClick: true,
})}
</form>
</div></div>`,
  }
}
