import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import type { Screen } from '../../page/screen.ts'

export function signInScreen(formFields: Html, next: string): Screen {
  const title = 'Sign in'
  return {
    title,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">This service is for the people who review the deaths of children in their area.</p>
<p class="govuk-body">You prove who you are on another page and then come back here.</p>
<form method="post" action="/sign-in" novalidate>
${formFields}
<input type="hidden" name="next" value="${next}">
${button({ text: 'Sign in', preventDoubleClick: true })}
</form>
</div></div>`,
  }
}

/** The identity provider knows the person, and nobody here does, or their access was taken away. */
export function noAccessScreen(): Screen {
  const title = 'You do not have access'
  return {
    title,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">You are signed in with your organisation, but no area has given you access to this service.</p>
<p class="govuk-body">If you need it, ask the person who manages users in your area to invite you.</p>
<p class="govuk-body"><a class="govuk-link" href="/sign-in">Sign in as somebody else</a></p>
</div></div>`,
  }
}

/** The sign-in was too old, came from another browser, or did not hold. */
export function signInAgainScreen(): Screen {
  const title = 'You are not signed in'
  return {
    title,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">The sign-in took too long, was stopped, or was already used.</p>
${button({ text: 'Sign in again', href: '/sign-in' })}
</div></div>`,
  }
}
