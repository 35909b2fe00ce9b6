import { LEGAL_BASIS } from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { insetText } from '../../components/inset-text.ts'

export const openLinkTitle = 'Return information for a child death review'

/** The first page of every link, right or wrong: it tells nobody anything about a case. */
export function openLinkView(formFields: Html): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${openLinkTitle}</h1>
<p class="govuk-body">When a child dies, the agencies that knew the child are asked what they know. A panel uses the
answers to review the death and to learn how other deaths might be prevented.</p>
${insetText({ text: LEGAL_BASIS })}
<h2 class="govuk-heading-m">Before you start</h2>
<p class="govuk-body">We will send a 6-digit code to the email address that your link was sent to. You have
10 minutes to enter it.</p>
<p class="govuk-body">You do not have to finish in one go. We save each page when you continue.</p>
<form method="post" novalidate>
${formFields}
${button({ text: 'Send me a code', preventDoubleClick: true })}
</form>
</div></div>`
}

export const enterCodeTitle = 'Enter the 6-digit code'

export type EnterCode = {
  readonly formFields: Html
  /** Where a new code is asked for. */
  readonly openLink: string
  readonly typed: string
  readonly error: ErrorItem | undefined
}

/** Says nothing about whether a code was sent: that would tell a right link from a wrong one. */
export function enterCodeView({ formFields, openLink, typed, error }: EnterCode): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<form method="post" novalidate>
${formFields}
${input({
  id: 'code',
  name: 'code',
  label: { text: enterCodeTitle, classes: 'govuk-label--l', isPageHeading: true },
  hint: { text: 'We sent it to the email address that your link was sent to. It works for 10 minutes' },
  value: typed,
  errorMessage: error && { text: error.text },
  classes: 'govuk-input--width-10 govuk-input--extra-letter-spacing',
  inputmode: 'numeric',
  autocomplete: 'one-time-code',
  spellcheck: false,
})}
${button({ text: 'Continue', preventDoubleClick: true })}
</form>
<h2 class="govuk-heading-m">If you have no code</h2>
<p class="govuk-body">It can take a few minutes to arrive. Look in the folder for unwanted email, too. A new code
replaces the one before it.</p>
<form method="post" action="${openLink}" novalidate>
${formFields}
${button({ text: 'Send a new code', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>
</div></div>`
}
