import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { insetText } from '../../components/inset-text.ts'
import { writtenTime } from '../../layout/written-time.ts'

export const saveTitle = 'Come back to your notification later'

export type SaveView = {
  readonly hidden: Html
  readonly email: string
  readonly error: ErrorItem | undefined
  readonly endsAt: Date
}

/** Asks where to send the link by which somebody without an account comes back. */
export function saveView({ hidden, email, error, endsAt }: SaveView): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${saveTitle}</h1>
<p class="govuk-body">We keep each page when you continue from it. We send you a link. To open it you also need a code,
which we then send to the same address.</p>
<p class="govuk-body">You can come back until ${writtenTime(endsAt)}. After that we destroy what you typed.</p>
${insetText({ text: 'Until you send it, nobody has been notified.' })}
<form method="post" novalidate>${hidden}
${input({
  id: 'email',
  name: 'email',
  type: 'email',
  label: { text: 'Your email address', classes: 'govuk-label--s' },
  hint: { text: 'Use one that only you read, such as your work email. We use it for this link only' },
  value: email,
  errorMessage: error && { text: error.text },
  autocomplete: 'email',
  spellcheck: false,
})}
${button({ text: 'Send me a link', preventDoubleClick: true })}
</form>
</div></div>`
}

export const savedTitle = 'We have sent you a link'

/** It is on its way. The address is not shown again. */
export function savedView({ hidden, resume, endsAt }: { hidden: Html; resume: string; endsAt: Date }): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${savedTitle}</h1>
<p class="govuk-body">It can take a few minutes to arrive. Look in the folder for unwanted email, too.</p>
<p class="govuk-body">The link works until ${writtenTime(endsAt)}, or until you send the notification.</p>
<p class="govuk-body"><a class="govuk-link" href="${resume}">Go on now</a></p>
<form method="post" novalidate>${hidden}
${button({ text: 'Close the form in this browser', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>
</div></div>`
}

export const returnTitle = 'Go on with your notification'

/** The first page of every link, right or wrong: it says nothing about a notification. */
export function returnView(hidden: Html): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${returnTitle}</h1>
<p class="govuk-body">We will send a 6-digit code to the email address that your link was sent to. You have 10 minutes
to enter it.</p>
<form method="post" novalidate>${hidden}
${button({ text: 'Send me a code', preventDoubleClick: true })}
</form>
</div></div>`
}
